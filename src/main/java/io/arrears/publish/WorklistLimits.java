package io.arrears.publish;

import io.arrears.ladder.law.LawRule;
import io.arrears.ladder.law.Limit;
import io.arrears.ladder.law.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The limits under which a night's lines were written, beside them: a log of the day is counted against these, and they are named
 * where it leaves nothing (L16).
 */
final class WorklistLimits {

    static final String FILE = "worklist-limits.csv";

    static final String HEADER = "kind,unit,rule,instrument,clause,days,at_most,parties,channels,from,to\r\n";

    private WorklistLimits() {}

    private record Row(String kind, String unit, int atMost, List<String> cells) {}

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::kind).thenComparing(Row::unit).thenComparing(Row::atMost);

    /** By kind and unit, the strictest first, and then as the law has them. */
    static String text(Limits limits) {
        return HEADER
                + limits.rules().stream()
                        .map(WorklistLimits::row)
                        .flatMap(Optional::stream)
                        .sorted(ORDER)
                        .map(row -> Csv.line(row.cells()))
                        .collect(Collectors.joining());
    }

    private static Optional<Row> row(LawRule rule) {
        if (rule.limit() instanceof Limit.Count count) {
            String days = String.valueOf(count.days());
            String atMost = String.valueOf(count.atMost());
            String unit = count.unit().name();
            return row("COUNT", unit, count.atMost(), rule, days, atMost, names(count.parties()), "", "", "");
        } else if (rule.limit() instanceof Limit.CoolOff rest) {
            return row("COOL_OFF", "", 0, rule, String.valueOf(rest.days()), "", "", "", "", "");
        } else if (rule.limit() instanceof Limit.Window window) {
            String from = window.from().toString();
            String to = window.to().toString();
            return row("WINDOW", "", 0, rule, "", "", "", names(window.channels()), from, to);
        } else if (rule.limit() instanceof Limit.Sequence) {
            return row("SEQUENCE", "", 0, rule, "", "", "", "", "", "");
        }
        return Optional.empty();
    }

    private static Optional<Row> row(String kind, String unit, int atMost, LawRule rule, String... rest) {
        List<String> cells = new ArrayList<>(List.of(
                kind,
                unit,
                rule.key(),
                rule.citation().instrument(),
                rule.citation().clause()));
        cells.addAll(List.of(rest));
        return Optional.of(new Row(kind, unit, atMost, cells));
    }

    private static String names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(";"));
    }
}
