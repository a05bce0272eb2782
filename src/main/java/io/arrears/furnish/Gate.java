package io.arrears.furnish;

import io.arrears.delinquency.Review;
import io.arrears.ledger.Account;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that let a record through to a bureau, of which a bureau's file names those it asks; which clause each stands for its law says. */
public enum Gate {
    /** The lender's file says how this product is told. */
    SCOPE(Gate::scope),
    /** Nobody has said that the account must not be told at all. */
    BLOCK(Gate::block),
    /**
     * No row of the account was rejected and is still missing; for a negative record, neither one of an account that nobody
     * knows.
     */
    OPEN_REJECTS(Gate::openRejects),
    /** No fact is set aside that leaves open what the account owes, unless two people accepted it as it is. */
    REVIEW(Gate::review),
    /** What was prepared before has been sent, or is void. */
    UNDERWAY(Gate::underway),
    /** The borrower agreed in writing, before the first report, to be told of to this bureau. */
    CONSENT(Gate::consent),
    /** Before the first negative record of an episode the borrower was told, after the default arose. */
    PRE_NOTICE(Gate::preNotice);

    private final Function<GateInput, @Nullable Stopped> rule;

    /** @param turn none where the gate alone says whose it is */
    private record Stopped(
            boolean excludes,
            String reason,
            String evidence,
            @Nullable Turn turn) {

        GateResult at(String gate) {
            return turn == null
                    ? new GateResult(gate, excludes, reason, evidence)
                    : new GateResult(gate, excludes, reason, evidence, turn);
        }
    }

    Gate(Function<GateInput, @Nullable Stopped> rule) {
        this.rule = rule;
    }

    /** As bureau files and held.csv write it: {@code pre-notice}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stops a record here; nothing if it passes. */
    public Optional<GateResult> stops(GateInput record) {
        Stopped stopped = rule.apply(record);
        return stopped == null ? Optional.empty() : Optional.of(stopped.at(written()));
    }

    /** The first gate that stops a record, in the order in which the bureau asks them. */
    public static Optional<GateResult> first(List<Gate> gates, GateInput record) {
        return gates.stream().flatMap(gate -> gate.stops(record).stream()).findFirst();
    }

    private static @Nullable Stopped scope(GateInput record) {
        Products products = record.terms().products();
        Account account = record.dossier().facts().account();
        String evidence = Sentence.PRODUCT.of(account.product());
        if (!products.contains(account.product())) {
            return excluded(Sentence.PRODUCT_NOT_TOLD, evidence);
        }
        if (!products.takes(account.product(), account.isLine())) {
            return excluded(account.isLine() ? Sentence.LINE_TOLD_AS_LOAN : Sentence.LOAN_TOLD_AS_LINE, evidence);
        }
        boolean owesBesideItsDraws = products.isLineOfDraws(account.product(), account.isLine()) && owesItself(record);
        return owesBesideItsDraws ? excluded(Sentence.LINE_OWES_BESIDE_DRAWS, evidence) : null;
    }

    /** A line whose draws are told is told by them; what it owed by itself nobody would hear of. */
    private static boolean owesItself(GateInput record) {
        return !record.dossier().facts().statements().isEmpty()
                || record.figures().standing().balance() != 0;
    }

    private static @Nullable Stopped block(GateInput record) {
        return record.dossier()
                .blockedBy(record.terms().zone(), record.generatedAt())
                .map(fact -> excluded(Sentence.NOT_TO_BE_TOLD, Sentence.FACT.of(fact.factId())))
                .orElse(null);
    }

    private static @Nullable Stopped openRejects(GateInput record) {
        List<String> rows = record.dossier().openRejects();
        if (!rows.isEmpty()) {
            return held(Sentence.ROWS_MISSING, String.join(" ", rows));
        }
        List<String> unknown = record.dossier().unknownRejects();
        return unknown.isEmpty() || !record.isNegative()
                ? null
                : held(
                        Sentence.ROWS_OF_ANYBODY,
                        unknown.size() == 1
                                ? Sentence.ONE_ROW.of(unknown.get(0))
                                : Sentence.MORE_ROWS.of(unknown.size(), unknown.get(0)));
    }

    private static @Nullable Stopped review(GateInput record) {
        List<Review> reviews = record.figures().standing().reviews().stream()
                .filter(review -> review.code().isHolding()
                        && !record.dossier().accepted().contains(review.entry()))
                .toList();
        if (reviews.isEmpty()) {
            return null;
        }
        String evidence = reviews.stream()
                .map(review -> review.code() + " " + review.subject()
                        + (review.evidence().isEmpty() ? "" : " (" + review.evidence() + ")"))
                .collect(Collectors.joining("; "));
        return new Stopped(false, Sentence.FACT_SET_ASIDE.of(), evidence, Turn.with(reviews));
    }

    private static @Nullable Stopped underway(GateInput record) {
        return record.dossier().reported().stream()
                .filter(reported -> reported.state().isUnderway())
                .findFirst()
                .map(reported ->
                        held(Sentence.EARLIER_PREPARED, Sentence.RECORD.of(reported.kind(), reported.reportedOn())))
                .orElse(null);
    }

    private static @Nullable Stopped consent(GateInput record) {
        if (!record.first()) {
            return null;
        }
        Instant drawn = record.dossier()
                .facts()
                .account()
                .openedOn()
                .plusDays(1)
                .atStartOfDay(record.terms().zone())
                .toInstant();
        List<Consent> given = record.dossier().consents().stream()
                .filter(consent -> consent.givenAt().isBefore(record.generatedAt()))
                .toList();
        boolean stands = given.stream()
                .map(Consent::withdrawnAt)
                .anyMatch(withdrawn -> withdrawn == null || !withdrawn.isBefore(drawn));
        if (stands) {
            return null;
        }
        if (given.isEmpty()) {
            List<Consent> later = record.dossier().consents();
            return held(Sentence.CONSENT_MISSING, later.isEmpty() ? Sentence.NO_CONSENT_KNOWN.of() : last(later));
        }
        return held(Sentence.CONSENT_WITHDRAWN, last(given));
    }

    private static String last(List<Consent> consents) {
        Consent last = consents.get(consents.size() - 1);
        return Sentence.CONSENT_GIVEN.of(last.formVersion(), last.givenAt());
    }

    private static @Nullable Stopped preNotice(GateInput record) {
        if (!record.isNegative()) {
            return null;
        }
        LocalDate began = Objects.requireNonNull(
                record.figures().standing().episodeStartedOn(), "days past due are of an episode (D11)");
        if (wasReported(record, began) || wasNotified(record, began)) {
            return null;
        }
        List<Notice> notices = record.dossier().notices();
        return held(
                Sentence.NOTICE_MISSING,
                notices.isEmpty()
                        ? Sentence.NO_NOTICE.of(began)
                        : Sentence.LAST_NOTICE.of(
                                began, notices.get(notices.size() - 1).id()));
    }

    /** Whether a negative record of this episode went out before, so that its notice was looked at then. */
    private static boolean wasReported(GateInput record, LocalDate began) {
        return record.reportedNegative().stream().anyMatch(day -> !day.isBefore(began) && !day.isAfter(record.day()));
    }

    private static boolean wasNotified(GateInput record, LocalDate began) {
        Instant arose = began.atStartOfDay(record.terms().zone()).toInstant();
        return record.dossier().notices().stream().anyMatch(notice -> {
            Instant delivered = notice.deliveredAt();
            String evidence = notice.evidence();
            return notice.kind().equals(record.terms().noticeKind())
                    && !notice.sentAt().isBefore(arose)
                    && delivered != null
                    && !delivered.isBefore(notice.sentAt())
                    && delivered.isBefore(record.generatedAt())
                    && evidence != null
                    && !evidence.isBlank();
        });
    }

    private static Stopped held(Sentence reason, String evidence) {
        return new Stopped(false, reason.of(), evidence, null);
    }

    private static Stopped excluded(Sentence reason, String evidence) {
        return new Stopped(true, reason.of(), evidence, null);
    }
}
