package io.arrears.cli;

import static java.time.temporal.ChronoUnit.DAYS;

import io.arrears.delinquency.AgeBand;
import io.arrears.delinquency.AllInCost;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Explanation;
import io.arrears.delinquency.ObligationKind;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Posting;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.Standing;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import io.arrears.money.Money;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.ops.Explanations.Explained;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An explanation as a page for the person whose account it is, and for whoever answers them. */
final class ExplainText {

    private final Explained explained;
    private final Explanation explanation;
    private final Delinquency figures;
    private final Standing standing;
    private final Policy policy;
    private final PrintWriter out;

    private ExplainText(Explained explained, PrintWriter out) {
        this.explained = explained;
        this.explanation = explained.explanation();
        this.figures = explanation.figures();
        this.standing = figures.standing();
        this.policy = explanation.policy();
        this.out = out;
    }

    static void print(Explained explained, PrintWriter out) {
        print(explained, null, out);
    }

    /** @param ladder none for a lender without one, or where nobody is contacted */
    static void print(Explained explained, @Nullable OnLadder ladder, PrintWriter out) {
        new ExplainText(explained, out).page();
        if (ladder != null) {
            LadderText.print(ladder, explained.explanation().figures(), out);
        }
    }

    private void page() {
        out.printf(
                "Account %s of %s: %s, opened %s, in %s%n",
                standing.account(),
                explained.lender().name(),
                standing.product(),
                standing.openedOn(),
                standing.currency());
        out.printf(
                "As of the end of %s (%s), from what was known by %s%n",
                figures.asOf(), policy.zone(), explained.cutoff());
        if (!standing.isOpened(figures.asOf())) {
            out.println("\nThe account was not opened by then, so it is not listed.");
            return;
        }
        out.printf("%n%s%n", headline());
        schedule();
        entries();
        setAside();
        figures();
    }

    private String headline() {
        if (standing.isClosed()) {
            return "CLOSED on " + standing.closedOn() + ": nothing is unpaid and nothing unpaid is to come"
                    + (explanation.facts().account().isLine() ? ", and the line has ended (D18)" : " (D10)");
        }
        return figures.status() + ", " + figures.dpd() + " days past due, reported as " + figures.reportedDpd()
                + ": bucket " + figures.bucket() + ", class " + figures.fiveClass() + "; overdue "
                + amount(figures.overdue().total());
    }

    private void schedule() {
        out.printf("%nWhat is owed: %s%n", whatIsOwed());
        out.printf("  %-10s  %-22s %14s %14s %14s%n", "due", "", "owed", "paid", "unpaid");
        for (Explanation.Obliged obliged : explanation.obligations()) {
            out.printf(
                    "  %-10s  %-22s %14s %14s %14s%s%n",
                    obliged.dueOn(),
                    name(obliged.kind(), obliged.reference()),
                    amount(obliged.owed().total()),
                    amount(obliged.paid()),
                    amount(obliged.rest().total()),
                    remark(obliged));
        }
        if (explanation.facts().account().isLine()) {
            out.printf("  %-10s  %-52s %14s  principal%n", "", "not asked for yet", amount(explanation.unbilled()));
        }
        explanation.facts().agreements().stream()
                .filter(agreement -> agreement.type() == AgreementType.TRANSFER
                        && !agreement.effectiveOn().isAfter(figures.asOf()))
                .forEach(agreement -> out.printf(
                        "  %s  transferred by %s: collection ends, what is owed stays (D8)%n",
                        agreement.effectiveOn(), agreement.id()));
    }

    private String whatIsOwed() {
        List<Explanation.Version> versions = explanation.versions();
        Explanation.Version last = versions.get(versions.size() - 1);
        CreditLine line = explanation.facts().account().line();
        String version = standing.scheduleVersion() == null ? "none" : Integer.toString(last.number());
        String inForce = last.from() == null
                ? ", in force from the start"
                : ", in force from " + last.from() + " by " + last.type() + " " + last.agreement() + " (D8)";
        if (line == null) {
            return "schedule version " + version + inForce;
        }
        List<Agreement> agreements = explanation.facts().agreements();
        return "a line of " + amount(line.limitOn(figures.asOf(), agreements))
                + Agreement.lineEndsOn(agreements)
                        .map(day -> (day.isAfter(figures.asOf()) ? ", which ends on " : ", ended on ") + day)
                        .orElse("")
                + (standing.scheduleVersion() == null
                        ? "; statements, plans and charges (D16)"
                        : "; schedule version " + version + inForce);
    }

    private String remark(Explanation.Obliged obliged) {
        LocalDate asOf = figures.asOf();
        if (obliged.isArrear()) {
            long age = DAYS.between(obliged.dueOn(), asOf);
            return obliged.kind().isCharge() && !policy.chargesAge()
                    ? "  owed, makes no days past due (D4)"
                    : "  overdue for " + age + (age == 1 ? " day (D4)" : " days (D4)");
        } else if (obliged.rest().total() == 0) {
            return "";
        } else if (obliged.dueOn().isBefore(asOf)) {
            return "  within tolerance (D7)";
        }
        return obliged.dueOn().equals(asOf) ? "  due today, not overdue (D4)" : "  to come";
    }

    private void entries() {
        out.printf("%nWhat was posted, in the order it is taken (D3)%n");
        if (explanation.entries().isEmpty()) {
            out.println("  nothing");
        }
        for (Explanation.Told told : explanation.entries()) {
            Entry entry = told.entry();
            out.printf(
                    "  %s  %-12s %14s  %s%s%n",
                    entry.valueOn(), entry.type(), amount(entry.amount()), entry.id(), fate(told));
            told.postings().stream()
                    .collect(Collectors.groupingBy(
                            posting -> target(entry, posting), LinkedHashMap::new, Collectors.toList()))
                    .forEach((target, postings) -> out.println("      " + parts(postings) + target));
        }
    }

    private String fate(Explanation.Told told) {
        Entry entry = told.entry();
        StringBuilder fate = new StringBuilder();
        if (entry.reverses() != null) {
            fate.append(", of ").append(entry.reverses());
        }
        if (told.isComing()) {
            fate.append(", acts on ").append(entry.valueOn()).append(" only (D2)");
        } else if (told.reversedOn() != null) {
            fate.append(", reversed on ").append(told.reversedOn()).append(": it never happened (D2)");
        } else if (entry.type() == EntryType.WRITE_OFF) {
            fate.append(": charged off, the debt stays (D9)");
        } else if (entry.type() == EntryType.REFUND) {
            fate.append(": taken from what found nothing to pay (D3)");
        } else if (entry.type() == EntryType.DISBURSEMENT
                && explanation.facts().account().isLine()) {
            fate.append(": drawn, and owed (D16)");
        } else if (entry.paidBy() == PaidBy.MERCHANT) {
            fate.append(": a purchase returned (D16)");
        } else if (entry.type().isCharge()) {
            fate.append(": owed from its date (D3)");
        }
        return fate.toString();
    }

    private String parts(List<Posting> postings) {
        Map<String, Long> parts = new LinkedHashMap<>();
        for (Posting posting : postings) {
            Posting.Target to = posting.to();
            String part = to == null ? "" : " " + to.component().name().toLowerCase(Locale.ROOT);
            parts.merge(part, posting.amount(), Math::addExact);
        }
        return parts.entrySet().stream()
                .map(part -> amount(part.getValue()) + part.getKey())
                .collect(Collectors.joining(" + "));
    }

    private String target(Entry entry, Posting posting) {
        Posting.Target to = posting.to();
        boolean earlier = explanation.versions().size() > 1;
        String version = earlier ? " (version " + posting.scheduleVersion() + ")" : "";
        return to == null
                ? (entry.type() == EntryType.WAIVER
                                ? " found nothing that it forgives: set aside (D20)"
                                : " found nothing to pay: unallocated")
                        + version
                : to.kind() == ObligationKind.UNBILLED
                        ? " to what nothing asks for yet" + version
                        : " to " + name(to.kind(), to.reference()) + " due " + to.dueOn() + version;
    }

    private void setAside() {
        Predicate<Review> holds = review -> review.code().isHolding();
        Predicate<Review> isAccepted = review -> explained.acceptance(review).isPresent();
        reviews("Set aside; the account is held until somebody has looked", holds.and(isAccepted.negate()));
        reviews("Set aside, and accepted as it is: holds nobody until it changes", holds.and(isAccepted));
        reviews("Told, and holds nobody", holds.negate());
    }

    private void reviews(String title, Predicate<Review> which) {
        List<Review> some = explained.reviews().stream().filter(which).toList();
        if (!some.isEmpty()) {
            out.printf("%n%s%n", title);
            some.forEach(review -> {
                out.printf(
                        "  %s %s: %s (%s)%n",
                        review.code(),
                        review.subject(),
                        review.code().meaning(),
                        review.code().rule());
                if (!review.evidence().isEmpty()) {
                    out.println("      " + review.evidence());
                }
                explained
                        .acceptance(review)
                        .ifPresent(accepted -> out.printf(
                                "      accepted at %s by %s: %s%n", accepted.at(), accepted.by(), accepted.reason()));
            });
        }
    }

    private void figures() {
        out.printf("%nHow the figures follow%n");
        LocalDate oldest = standing.oldestDueOn();
        line(
                "days past due",
                oldest == null
                        ? "0: no "
                                + (explanation.facts().account().isLine() ? "statement or row of a plan" : "instalment")
                                + " is past due and unpaid beyond tolerance (D4, D5)"
                        : figures.dpd() + " = " + figures.asOf() + " less " + oldest
                                + ", when the oldest arrear was due (D5)");
        line("reported", figures.reportedDpd() + ": " + grace());
        line("bucket", figures.bucket() + " by reported days (D13)");
        line("class", figures.fiveClass() + fiveClass());
        line(
                "overdue",
                amount(figures.overdue().principal()) + " principal + "
                        + amount(figures.overdue().interest()) + " interest + "
                        + amount(figures.overdue().fee())
                        + " fees + " + amount(figures.overdue().penalty()) + " penalty" + damages(figures.overdue())
                        + " = "
                        + amount(figures.overdue().total()) + " (D4)");
        if (figures.accruedPenalty() > 0) {
            line(
                    "penalty",
                    "of it " + amount(figures.accruedPenalty()) + " accrued by the policy's rate a day (D15)"
                            + disclosed());
        }
        cost();
        line("principal by age", ageing());
        line(
                "episode",
                standing.episodeStartedOn() == null
                        ? "none: nothing is reported overdue (D11)"
                        : "since " + standing.episodeStartedOn() + ", unbroken (D11)" + episode());
        line(
                "balance",
                amount(standing.balance()) + " principal unpaid, due or not; " + amount(standing.unallocated())
                        + " unallocated (D3)");
        Standing.LastPayment paid = standing.lastPayment();
        line("last payment", paid == null ? "none" : amount(paid.amount()) + " on " + paid.valueOn());
        line(
                "next change",
                standing.wakesOn() == null
                        ? "none unless something is posted"
                        : "on " + standing.wakesOn() + " at the earliest, if nothing is posted before");
    }

    /** Where the rate of what accrued stands. */
    private String disclosed() {
        Policy.Accrual accrual = policy.accrual();
        if (accrual == null) {
            return "";
        } else if (accrual.disclosedIn() != null) {
            return ", a rate that stands in " + accrual.disclosedIn();
        }
        return accrual.isUndisclosed(standing.openedOn())
                ? ", a rate of which the policy names no signed table (L19)"
                : "";
    }

    private void cost() {
        AllInCost cost = explanation.cost();
        if (cost != null) {
            line(
                    "all-in cost",
                    cost.text() + (cost.isBeyond() ? ": beyond it, so nobody is contacted" : "") + "; charged "
                            + amount(cost.chargedInAll()) + " in all, what is to come included (L19)");
        }
    }

    /** Why the episode and the days past due count from different days; empty where they do not. */
    private String episode() {
        LocalDate oldest = standing.oldestDueOn();
        LocalDate started = standing.episodeStartedOn();
        if (oldest == null || started == null || started.equals(oldest.plusDays(1))) {
            return "";
        }
        return started.isAfter(oldest)
                ? "; until then the " + due(oldest) + " due " + oldest
                        + " was paid, not asked for, or part of an episode that ended: days past due count from its due date"
                        + " (D5), the episode from the day since when it is an arrear without a break"
                : "; it began with an arrear older than the one due " + oldest
                        + ", paid since: days past due count from the oldest that is left (D5)";
    }

    /** What the oldest arrear is. */
    private String due(LocalDate oldest) {
        return explanation.obligations().stream()
                .filter(obliged -> obliged.isArrear() && obliged.dueOn().equals(oldest))
                .findFirst()
                .map(obliged -> name(obliged.kind()))
                .orElse("arrear");
    }

    private void line(String name, String text) {
        out.printf("  %-17s %s%n", name, text);
    }

    private String grace() {
        int days = policy.grace().days();
        if (figures.dpd() == 0) {
            return "nothing is past due";
        } else if (days == 0) {
            return "the policy grants no grace (D6)";
        }
        return figures.dpd() <= days
                ? "within the " + days + " days of grace (D6)"
                : "the " + days + " days of grace are over; counted from "
                        + (policy.grace().mode() == Policy.GraceMode.COUNT_BACK ? "the due date" : "their end")
                        + " (D6)";
    }

    private String fiveClass() {
        if (standing.fiveClass() != null) {
            return ": set by the lender's committee, over the table (D14)";
        } else if (standing.chargedOffOn() != null && !standing.isClosed()) {
            return ": charged off, the last class (D9, D14)";
        }
        return (standing.restructured()
                        ? ": from the policy's table, not better than the floor for re-aged accounts"
                        : ": from the policy's table by reported days")
                + " (D14)";
    }

    /** Few accounts have any. */
    private String damages(Components overdue) {
        return overdue.damages() == 0 ? "" : " + " + amount(overdue.damages()) + " damages";
    }

    private String ageing() {
        String bands = figures.principalByAge().entrySet().stream()
                .map(band -> band(band.getKey()) + " days " + amount(band.getValue()))
                .collect(Collectors.joining(", "));
        return bands.isEmpty() ? "none overdue (D12)" : bands + " (D12)";
    }

    private static String band(AgeBand band) {
        return switch (band) {
            case DAYS_1_30 -> "1-30";
            case DAYS_31_60 -> "31-60";
            case DAYS_61_90 -> "61-90";
            case DAYS_91_180 -> "91-180";
            case DAYS_181_UP -> "181 and more";
        };
    }

    private static String name(ObligationKind kind, String reference) {
        return name(kind) + " " + reference;
    }

    private static String name(ObligationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String amount(long minor) {
        return Money.text(minor, standing.currency().getDefaultFractionDigits());
    }
}
