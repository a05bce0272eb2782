package io.arrears.ladder;

import io.arrears.delinquency.Delinquency;
import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Content;
import io.arrears.ladder.law.Hours;
import io.arrears.ladder.law.Unit;
import io.arrears.ladder.stage.Position;
import java.util.List;
import java.util.Map;

/**
 * One person to be contacted by one channel about one account.
 *
 * @param order of the stage on the ladder
 * @param skipped stages between the one of the last published night and this one
 * @param left how many more of each unit the line allows
 * @param decidedBy the key of the lender's policy, and where a rule of the law decided, its instrument and clause
 */
public record Line(
        String account,
        String borrower,
        Delinquency figures,
        Position position,
        int order,
        List<String> skipped,
        Reachable reachable,
        Channel channel,
        String template,
        Content content,
        Hours hours,
        Map<Unit, Integer> left,
        String decidedBy) {

    /** What the person is told he owes, in minor units: of a guarantor no more than he answers for (L26). */
    public long overdueTotal() {
        long total = figures.overdue().total();
        Long limit = reachable.limit();
        return limit == null ? total : Math.min(total, limit);
    }

    /** Whether it tells nothing of the debt (L12). */
    public boolean isLocate() {
        return content == Content.LOCATE;
    }
}
