package io.arrears.cli;

import io.arrears.delinquency.Delinquency;
import io.arrears.ladder.Line;
import io.arrears.ladder.NotContacted;
import io.arrears.ladder.law.Withheld;
import io.arrears.ladder.stage.Position;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.publish.WorklistCsv;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an account stands on its lender's ladder, for programs: the names are those of worklist.csv and withheld.csv. */
final class LadderJson {

    private LadderJson() {}

    static Map<String, @Nullable Object> of(OnLadder on, Delinquency figures) {
        Position position = on.worklist().position();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("stage", position == null ? null : position.stage().name());
        map.put("stage_since", position == null ? null : position.since().toString());
        map.put("because", position == null ? null : LadderText.because(position, figures));
        map.put(
                "next_stage",
                position == null || position.next() == null
                        ? null
                        : position.next().name());
        map.put("next_stage_on", position == null ? null : text(position.nextOn()));
        map.put("is_listed", on.isListed());
        map.put("worklist", on.worklist().lines().stream().map(LadderJson::line).toList());
        map.put(
                "withheld",
                on.worklist().withheld().stream().map(LadderJson::withheld).toList());
        return map;
    }

    private static Map<String, @Nullable Object> line(Line line) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("party", line.reachable().type().name());
        map.put("party_id", line.reachable().id());
        map.put("channel", line.channel().name());
        map.put("template", line.template());
        map.put("content", line.content().name());
        map.put("not_before", WorklistCsv.written(line.hours().from()));
        map.put("not_after", WorklistCsv.written(line.hours().to()));
        map.put("left", LadderText.left(line.left()));
        map.put("decided_by", line.decidedBy());
        return map;
    }

    private static Map<String, @Nullable Object> withheld(NotContacted not) {
        Withheld why = not.why();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("party", text(not.party()));
        map.put("party_id", not.partyId());
        map.put("channel", text(not.channel()));
        map.put("rule", why.rule());
        map.put("instrument", why.citation().instrument());
        map.put("clause", why.citation().clause());
        map.put("evidence", why.evidence());
        map.put("until", text(why.until()));
        return map;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
