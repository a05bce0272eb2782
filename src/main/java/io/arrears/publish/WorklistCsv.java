package io.arrears.publish;

import io.arrears.ladder.Line;
import io.arrears.ladder.NotContacted;
import io.arrears.ladder.law.Withheld;
import io.arrears.ladder.stage.Stage;
import io.arrears.money.Money;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two lists of a ladder: who is contacted, and who is not and why (ladder.md's columns). */
public enum WorklistCsv {
    WORKLIST(
            "worklist.csv",
            "account_id,borrower_id,stage,stage_since,skipped,dpd,overdue_total,currency,party,party_id,channel,template,content,"
                    + "not_before,not_after,valid_until,left,offers,decided_by,next_stage,next_stage_on"),
    WITHHELD(
            "withheld.csv",
            "account_id,borrower_id,stage,party,party_id,channel,rule,instrument,clause,evidence,until");

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String file;
    private final List<String> columns;

    WorklistCsv(String file, String columns) {
        this.file = file;
        this.columns = List.of(columns.split(",", -1));
    }

    public String file() {
        return file;
    }

    public String header() {
        return Csv.line(columns);
    }

    /** A line of worklist.csv; one to a contact says nothing of the debt (L12). */
    static String line(Line line) {
        boolean isLocate = line.isLocate();
        Stage next = line.position().next();
        return row(
                WORKLIST,
                line.account(),
                line.borrower(),
                isLocate ? "LOCATE" : line.position().stage().name(),
                isLocate ? null : line.position().since(),
                isLocate ? null : String.join(";", line.skipped()),
                isLocate ? null : line.figures().dpd(),
                isLocate ? null : amount(line),
                isLocate ? null : line.figures().standing().currency(),
                line.reachable().type(),
                line.reachable().id(),
                line.channel(),
                line.template(),
                line.content(),
                written(line.hours().from()),
                written(line.hours().to()),
                written(line.hours().to()),
                line.left().entrySet().stream()
                        .map(unit -> unit.getKey() + "=" + unit.getValue())
                        .collect(Collectors.joining(";")),
                isLocate ? null : String.join(";", line.position().stage().offers()),
                line.decidedBy(),
                isLocate || next == null ? null : next.name(),
                isLocate ? null : line.position().nextOn());
    }

    /** A row of withheld.csv. */
    static String line(NotContacted not) {
        Withheld why = not.why();
        return row(
                WITHHELD,
                not.account(),
                not.borrower(),
                not.stage(),
                not.party(),
                not.partyId(),
                not.channel(),
                why.rule(),
                why.citation().instrument(),
                why.citation().clause(),
                why.evidence(),
                why.until());
    }

    private static String amount(Line line) {
        return Money.text(
                line.overdueTotal(), line.figures().standing().currency().getDefaultFractionDigits());
    }

    /** An instant with its offset, as the lists have it. */
    public static String written(OffsetDateTime at) {
        return INSTANT.format(at);
    }

    private static String row(WorklistCsv list, @Nullable Object... values) {
        List<String> cells = new ArrayList<>(values.length);
        for (Object value : values) {
            String text = value == null ? "" : value.toString();
            cells.add(hasControl(text) ? CONTROL.matcher(text).replaceAll(" ") : text);
        }
        if (cells.size() != list.columns.size()) {
            throw new IllegalArgumentException(
                    list.file + " has " + list.columns.size() + " columns, not " + cells.size());
        }
        return Csv.line(cells);
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
