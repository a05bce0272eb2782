package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Reported;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Night after night of one lender: what goes out is told and accepted the same night, and a night after a hold looks at all that
 * was told again.
 */
public final class Nights {

    /** What a night finds: all that is known by its end. */
    @FunctionalInterface
    interface Book {
        @Nullable
        Dossier dossier(LocalDate night, LocalDate nightBefore, List<Reported> reported, boolean restatesAll);
    }

    private static final int MOST_TRIES = 9;

    private final Lender lender;
    private final Book book;
    private final List<Reported> reported = new ArrayList<>();
    private LocalDate last = LocalDate.of(2000, 1, 1);
    private boolean waits;

    Nights(Lender lender, Book book) {
        this.lender = lender;
        this.book = book;
    }

    public static Nights of(Lender lender, Loan loan) {
        return new Nights(lender, (night, before, reported, restatesAll) -> {
            if (loan.knownOn().isAfter(night)) {
                return null;
            }
            return loan.dossier(night, reported, restatesAll ? LocalDate.MIN : loan.restated(before, night));
        });
    }

    public List<Reported> reported() {
        return reported;
    }

    /** What becomes of the records due in one night. */
    public List<Decision> run(LocalDate night) {
        Dossier dossier = book.dossier(night, last, List.copyOf(reported), waits);
        last = night;
        if (dossier == null) {
            return List.of();
        }
        List<Decision> decisions = lender.bureau()
                .decide(dossier, lender.policy(), lender.calendar().on(night), generatedAt(night));
        waits = decisions.stream().anyMatch(decision -> !(decision instanceof Decision.Report));
        reported.addAll(tell(decisions));
        return decisions;
    }

    /** In the order in which a bureau gets the files of a night. */
    private List<Reported> tell(List<Decision> decisions) {
        List<String> kinds = lender.bureau().files().kinds();
        return decisions.stream()
                .filter(Decision.Report.class::isInstance)
                .map(Decision.Report.class::cast)
                .map(sent -> Meanings.reported(
                        sent.kind(),
                        sent.code(),
                        sent.reportedOn(),
                        Facts.digest(sent.line()),
                        sent.facts(),
                        Reported.State.ACCEPTED,
                        null))
                .sorted((a, b) -> {
                    int kind = Integer.compare(kinds.indexOf(a.kind()), kinds.indexOf(b.kind()));
                    return kind != 0 ? kind : a.reportedOn().compareTo(b.reportedOn());
                })
                .toList();
    }

    private static Instant generatedAt(LocalDate night) {
        return night.plusDays(1).atTime(1, 0).toInstant(ZoneOffset.UTC);
    }

    public List<Decision> run(String night) {
        return run(LocalDate.parse(night));
    }

    /** The nights from one to another, of each what {@link #words} says after its date; silent ones are left out. */
    public List<String> run(String from, String to) {
        List<String> said = new ArrayList<>();
        for (LocalDate night = LocalDate.parse(from); !night.isAfter(LocalDate.parse(to)); night = night.plusDays(1)) {
            for (Decision decision : run(night)) {
                said.add(night.toString().substring(5) + " " + words(decision));
            }
        }
        return said;
    }

    public List<String> words(String night) {
        return run(night).stream().map(Nights::words).toList();
    }

    /** Whether a record waits for an earlier one alone (S9). */
    public static boolean isInOrder(Decision decision) {
        return decision instanceof Decision.Hold held && held.stop().gate().equals("order");
    }

    /** The night again and again until nothing goes out any more, as what waits for an earlier record does. */
    List<Decision> settle(LocalDate night) {
        List<Decision> all = new ArrayList<>();
        List<Decision> reported = run(night);
        for (int tries = 0; !reported.isEmpty() && tries < MOST_TRIES; tries++) {
            all.addAll(reported);
            reported = run(night);
        }
        all.addAll(reported);
        return all;
    }

    /** {@code 210/30 2026-03-31 2}, {@code 213/H 2026-03-31..2026-04-30}, {@code held pre-notice 210/30 2026-03-31}. */
    public static String words(Decision decision) {
        return decision.match(
                Nights::reportWords,
                held -> "held " + held.stop().gate() + " " + held.kind() + "/" + held.code() + " " + held.reportedOn(),
                excluded -> "excluded " + excluded.kind(),
                Nights::rejectionWords);
    }

    private static String reportWords(Decision.Report sent) {
        String says = sent.facts().getOrDefault("RpyStatus", "");
        String deleted = sent.facts().getOrDefault("DelStartDate", "");
        String section = sent.facts().get("DelSgmtCode");
        String code = section != null ? section : sent.code();
        String day = deleted.isEmpty()
                ? sent.reportedOn() + " " + says
                : deleted + ".." + sent.facts().get("DelEndDate");
        return (sent.kind() + (code == null ? "" : "/" + code) + " " + day).strip();
    }

    private static String rejectionWords(Decision.Rejection rejected) {
        Decision.Rejection.Broken first = rejected.broken().get(0);
        return "rejected " + first.rule() + " " + first.tag() + " " + rejected.kind() + "/" + rejected.code() + " "
                + rejected.reportedOn();
    }
}
