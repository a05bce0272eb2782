package io.arrears.cli;

import io.arrears.delinquency.Delinquency;
import io.arrears.ladder.AccountWorklist;
import io.arrears.ladder.Line;
import io.arrears.ladder.NotContacted;
import io.arrears.ladder.law.Withheld;
import io.arrears.ladder.stage.Position;
import io.arrears.ladder.stage.Stage;
import io.arrears.money.Money;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.publish.WorklistCsv;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where an account stands on its lender's ladder, for people: the part of the explanation that says who is contacted. */
final class LadderText {

    private final OnLadder on;
    private final Delinquency figures;
    private final PrintWriter out;

    private LadderText(OnLadder on, Delinquency figures, PrintWriter out) {
        this.on = on;
        this.figures = figures;
        this.out = out;
    }

    static void print(OnLadder on, Delinquency figures, PrintWriter out) {
        new LadderText(on, figures, out).page();
    }

    private void page() {
        AccountWorklist worklist = on.worklist();
        Position position = worklist.position();
        out.printf("%nWho is contacted about it%n");
        if (position == null) {
            line(
                    "stage",
                    "none: " + figures.reportedDpd() + " reported as past due, below the ladder's first stage (L20)");
            return;
        }
        line("stage", position.stage().name() + " since " + position.since() + " (L21)");
        line("because", because(position, figures));
        Stage next = position.next();
        line(
                "next stage",
                next == null
                        ? "none behind it"
                        : next.name()
                                + (position.nextOn() == null ? "" : " on " + position.nextOn() + " by days alone"));
        worklist.lines().forEach(contact -> line("contacted", contacted(contact)));
        worklist.withheld().forEach(not -> line("withheld", withheld(not)));
        if (!on.isListed() && !worklist.lines().isEmpty()) {
            line("", "if no other account of the person comes first, which a night's list says (L7)");
        }
    }

    /** Which entry of the ladder it is, and what of the account meets it. */
    static String because(Position position, Delinquency figures) {
        Stage stage = position.stage();
        Stage.Traits traits = position.traits();
        int from = stage.from(traits);
        String days = stage.isReminder()
                ? "from " + -from + " days before a due date on"
                : figures.dpd() + " days past due, from " + from + " on";
        return stage.beginning(traits)
                        .map(meant ->
                                days + " for " + conditions(meant, traits) + " (otherwise from " + stage.from() + ")")
                        .orElse(days)
                + (stage.chargedOff() ? ", written off" : "") + " (L20)";
    }

    private static String conditions(Stage.Beginning meant, Stage.Traits traits) {
        List<String> conditions = new ArrayList<>();
        Currency currency = traits.currency();
        String overdue = amount(traits.overdue(), currency) + " overdue";
        Long atLeast = meant.atLeast().get(currency);
        Long below = meant.below().get(currency);
        if (atLeast != null) {
            conditions.add(overdue + ", at or above " + amount(atLeast, currency));
        }
        if (below != null) {
            conditions.add(overdue + ", below " + amount(below, currency));
        }
        if (meant.episodes() > 0) {
            conditions.add(traits.earlierEpisodes() + " earlier episodes, " + meant.episodes() + " or more");
        }
        if (!meant.products().isEmpty()) {
            conditions.add("product " + traits.product() + ", of " + new TreeSet<>(meant.products()));
        }
        return String.join("; ", conditions);
    }

    private static String contacted(Line line) {
        String left = left(line.left());
        return line.reachable().type() + " " + line.reachable().id() + " by " + line.channel() + " (" + line.template()
                + ", " + line.content() + ") from "
                + WorklistCsv.written(line.hours().from()) + " to "
                + WorklistCsv.written(line.hours().to()) + (left.isEmpty() ? "" : ", left " + left) + ", decided by "
                + line.decidedBy();
    }

    private static String withheld(NotContacted not) {
        Withheld why = not.why();
        return not.party() + " " + not.partyId() + " by " + not.channel() + ": " + why.rule() + ", " + why.citation()
                + (why.evidence().isEmpty() ? "" : " (" + why.evidence() + ")")
                + (why.until() == null ? ", with no known end" : ", until " + why.until());
    }

    static String left(Map<?, Integer> left) {
        return left.entrySet().stream()
                .map(unit -> unit.getKey() + "=" + unit.getValue())
                .collect(Collectors.joining(";"));
    }

    private static String amount(long minor, Currency currency) {
        return Money.text(minor, currency.getDefaultFractionDigits());
    }

    private void line(String name, String text) {
        out.printf("  %-17s %s%n", name, text);
    }
}
