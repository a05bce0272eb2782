package io.arrears.delinquency;

import io.arrears.Sha256;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an entry of a review rests on, as a digest: whoever accepts the entry accepts them as they are, and it holds again
 * once one of them is another.
 *
 * <p>Rows that it does not rest on, such as the payments that go on, change nothing. Digests are kept for good: a line written
 * otherwise would undo every acceptance.
 */
public final class ReviewFact {

    private ReviewFact() {}

    /** SHA-256 of the rows; none for what holds nobody, and for what no acceptance makes true. */
    public static Optional<String> digest(Review review, AccountFacts facts) {
        List<String> rows = rows(review, facts);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Sha256.of(rows.stream().sorted().collect(Collectors.joining("\n", head(review) + "\n", "\n"))));
    }

    private static String head(Review review) {
        return review.code() + " " + review.subject();
    }

    private static List<String> rows(Review review, AccountFacts facts) {
        String subject = review.subject();
        return switch (review.code()) {
            case REVERSAL_TARGET_UNKNOWN,
                    REVERSAL_TARGET_KIND,
                    REVERSAL_OTHER_AMOUNT,
                    REVERSAL_BEFORE_TARGET,
                    REVERSAL_REPEATED -> reversal(subject, facts).toList();
            case REVERSAL_OF_EARLIER_VERSION ->
                Stream.concat(reversal(subject, facts), inForce(facts)).toList();
            case AGREEMENT_VERSION_UNKNOWN, AGREEMENT_VERSION_EARLIER, AGREEMENT_WITHOUT_VERSION ->
                agreements(
                                facts,
                                agreement -> agreement.version() != null
                                        || agreement.id().equals(subject))
                        .toList();
            case REFUND_BEYOND_UNALLOCATED -> refund(subject, facts).toList();
            case SCHEDULE_NOT_WHOLE ->
                schedule(Integer.parseInt(subject), facts).toList();
            case SCHEDULE_WITHOUT_AGREEMENT ->
                instalments(facts, Integer.parseInt(subject)).toList();
            case BEFORE_OPENING ->
                Stream.of(
                                Stream.of(opened(facts)),
                                entries(facts, entry -> entry.id().equals(subject)),
                                statements(facts, statement -> statement.id().equals(subject)),
                                lineActs(facts, subject))
                        .flatMap(rows -> rows)
                        .toList();
            case STATEMENT_DIFFERS -> statement(subject, facts).toList();
            case DRAW_AFTER_END ->
                Stream.concat(
                                entries(facts, entry -> entry.id().equals(subject)),
                                agreements(facts, agreement -> agreement.type() == AgreementType.LINE_END))
                        .toList();
            case NO_INSTALMENTS, STATEMENT_MISSING, OPEN_REJECT, UNKNOWN_REJECT -> List.of();
            case STATEMENT_DIFFERED, SCHEDULE_ROUNDED, TERM_COUNT_DIFFERS, WAIVER_BEYOND, WAIVER_OF_COMING -> List.of();
            case COST_BEYOND_CAP, RATE_UNDISCLOSED -> List.of();
        };
    }

    private static String opened(AccountFacts facts) {
        return "opened " + facts.account().openedOn();
    }

    /** A reversal, what it names, and what else takes that back. */
    private static Stream<String> reversal(String id, AccountFacts facts) {
        List<String> targets = facts.entries().stream()
                .filter(entry -> entry.id().equals(id) && entry.reverses() != null)
                .map(entry -> String.valueOf(entry.reverses()))
                .toList();
        return entries(
                facts,
                entry -> entry.id().equals(id)
                        || targets.contains(entry.id())
                        || (entry.reverses() != null && targets.contains(entry.reverses())));
    }

    /** All that decides what was unallocated when a refund was taken. */
    private static Stream<String> refund(String id, AccountFacts facts) {
        Predicate<Entry> until = facts.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .<Predicate<Entry>>map(refund -> entry -> Entry.ORDER.compare(entry, refund) <= 0)
                .orElse(entry -> true);
        return Stream.of(instalments(facts, null), inForce(facts), withReversals(facts, until))
                .flatMap(rows -> rows);
    }

    /** What D19 measures a version against: the loan itself, or what was unpaid when the version came into force. */
    private static Stream<String> schedule(int version, AccountFacts facts) {
        boolean isFirst = !facts.account().isLine()
                && facts.instalments().stream().noneMatch(instalment -> instalment.version() < version);
        if (isFirst) {
            String agreed = facts.account().principal() + " " + facts.account().termCount();
            return Stream.concat(Stream.of("agreed " + agreed), instalments(facts, version));
        }
        LocalDate from = facts.agreements().stream()
                .filter(agreement -> Integer.valueOf(version).equals(agreement.version()))
                .map(Agreement::effectiveOn)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        return Stream.of(
                        Stream.of(opened(facts)),
                        instalments(facts, null),
                        inForce(facts),
                        statements(facts, statement -> !statement.statementOn().isAfter(from)),
                        withReversals(facts, entry -> !entry.valueOn().isAfter(from)))
                .flatMap(rows -> rows);
    }

    /** All that decides what was owed at the end of a statement's day. */
    private static Stream<String> statement(String id, AccountFacts facts) {
        LocalDate day = facts.statements().stream()
                .filter(statement -> statement.id().equals(id))
                .map(Statement::statementOn)
                .findFirst()
                .orElse(LocalDate.MAX);
        return Stream.of(
                        instalments(facts, null),
                        inForce(facts),
                        statements(facts, statement -> !statement.statementOn().isAfter(day)),
                        withReversals(facts, entry -> !entry.valueOn().isAfter(day)))
                .flatMap(rows -> rows);
    }

    private static Stream<String> statements(AccountFacts facts, Predicate<Statement> which) {
        return facts.statements().stream()
                .filter(which)
                .map(statement -> "statement " + statement.id() + " " + statement.statementOn() + " "
                        + statement.dueOn() + " " + components(statement.minimum()) + " " + statement.balance() + " "
                        + statement.pastDue() + " " + statement.postedAt());
    }

    /** Entries, and what takes them back, whenever that is. */
    private static Stream<String> withReversals(AccountFacts facts, Predicate<Entry> which) {
        Set<String> ids = facts.entries().stream().filter(which).map(Entry::id).collect(Collectors.toSet());
        return entries(
                facts,
                entry -> which.test(entry)
                        || (entry.type() == EntryType.REVERSAL && ids.contains(String.valueOf(entry.reverses()))));
    }

    /** The agreements that put versions in force. */
    private static Stream<String> inForce(AccountFacts facts) {
        return agreements(facts, agreement -> agreement.version() != null);
    }

    private static Stream<String> agreements(AccountFacts facts, Predicate<Agreement> which) {
        return facts.agreements().stream()
                .filter(which)
                .map(agreement -> "agreement " + agreement.id() + " " + agreement.type() + " " + agreement.agreedOn()
                        + " " + agreement.effectiveOn() + " " + agreement.postedAt() + " " + agreement.version());
    }

    /** What is agreed of a line, with its amount. */
    private static Stream<String> lineActs(AccountFacts facts, String id) {
        return facts.agreements().stream()
                .filter(agreement ->
                        agreement.type().isOfLine() && agreement.id().equals(id))
                .map(agreement -> "agreement " + agreement.id() + " " + agreement.type() + " " + agreement.effectiveOn()
                        + " " + agreement.amount());
    }

    private static Stream<String> entries(AccountFacts facts, Predicate<Entry> which) {
        return facts.entries().stream()
                .filter(which)
                .map(entry -> "entry " + entry.id() + " " + entry.type() + " " + entry.valueOn() + " "
                        + entry.postedAt() + " " + entry.amount() + " " + entry.reverses() + " "
                        + components(entry.split()) + " " + entry.paidBy());
    }

    /** @param version none for those of every version */
    private static Stream<String> instalments(AccountFacts facts, @Nullable Integer version) {
        return facts.instalments().stream()
                .filter(instalment -> version == null || instalment.version() == version)
                .map(instalment -> "instalment " + instalment.version() + " " + instalment.number() + " "
                        + instalment.dueOn() + " " + components(instalment.owed()));
    }

    private static @Nullable String components(@Nullable Components parts) {
        return parts == null
                ? null
                : parts.principal() + "," + parts.interest() + "," + parts.fee() + "," + parts.penalty()
                        + (parts.damages() == 0 ? "" : "," + parts.damages());
    }
}
