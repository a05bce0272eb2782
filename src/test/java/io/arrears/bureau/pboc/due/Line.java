package io.arrears.bureau.pboc.due;

import io.arrears.delinquency.Lines;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Reported;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Statement;
import io.arrears.ledger.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of credit as {@link Lines} writes it, in yuan, opened on 1 January 2026; known by the end of a night is what was posted by then. */
public record Line(
        AccountFacts facts,
        String product,
        @Nullable LocalDate maturesOn,
        @Nullable String lineId) {

    public static Line of(String facts) {
        return new Line(Lines.in(100, facts).facts(), "line", null, null);
    }

    public static Line of(AccountFacts facts) {
        return new Line(facts, "line", null, null);
    }

    Line product(String other) {
        return new Line(facts, other, maturesOn, lineId);
    }

    public Line matures(String day) {
        return new Line(facts, product, LocalDate.parse(day), lineId);
    }

    Line named(String contract) {
        return new Line(facts, product, maturesOn, contract);
    }

    public Nights nights(Lender lender) {
        return new Nights(lender, this::dossier);
    }

    private Dossier dossier(LocalDate night, LocalDate before, List<Reported> reported, boolean all) {
        Instant from = end(before);
        LocalDate restated = Stream.of(
                        heard(facts.entries(), Entry::postedAt, Line::changes, from, end(night)),
                        heard(facts.agreements(), Agreement::postedAt, Agreement::effectiveOn, from, end(night)),
                        heard(facts.statements(), Statement::postedAt, Statement::statementOn, from, end(night)))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        LocalDate opened = facts.account().openedOn();
        return new Dossier(
                known(night),
                new Terms(opened, maturesOn, 0, 0, "MONTHLY", null, lineId),
                Loan.BORROWER,
                false,
                List.of(new Consent("pboc", "1", opened.atStartOfDay().toInstant(ZoneOffset.UTC), null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                reported,
                all ? LocalDate.MIN : restated);
    }

    /** A charge can change any day of the past, since it takes its share of what was paid before it. */
    private static LocalDate changes(Entry entry) {
        return entry.type().isCharge() ? LocalDate.MIN : entry.valueOn();
    }

    AccountFacts known(LocalDate night) {
        Account account = facts.account();
        return new AccountFacts(
                new Account(
                        account.id(),
                        account.lender(),
                        product,
                        account.openedOn(),
                        account.currency(),
                        0,
                        0,
                        account.line()),
                facts.instalments(),
                by(facts.entries(), Entry::postedAt, night),
                by(facts.agreements(), Agreement::postedAt, night),
                List.of(),
                newest(by(facts.statements(), Statement::postedAt, night)));
    }

    private static List<Statement> newest(List<Statement> forms) {
        Map<String, Statement> newest = new TreeMap<>();
        forms.stream()
                .sorted(Comparator.comparing(Statement::postedAt))
                .forEach(statement -> newest.put(statement.id(), statement));
        return List.copyOf(newest.values());
    }

    private static <T> List<T> by(List<T> facts, Function<T, Instant> posted, LocalDate night) {
        return facts.stream()
                .filter(fact -> posted.apply(fact).isBefore(end(night)))
                .toList();
    }

    private static <T> @Nullable LocalDate heard(
            List<T> facts, Function<T, Instant> posted, Function<T, LocalDate> concerns, Instant after, Instant until) {
        return facts.stream()
                .filter(fact -> !posted.apply(fact).isBefore(after)
                        && posted.apply(fact).isBefore(until))
                .map(concerns)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static Instant end(LocalDate night) {
        return night.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
