package io.arrears.store.bureau;

import io.arrears.feed.AccountKind;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.FurnishBlock;
import io.arrears.furnish.ReportingTerms;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Frequency;
import io.arrears.ledger.Terms;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Streams when each account became known and was sold, the limits of a line, and whether a {@code furnish_block} is in force, as a run knows it. */
final class LedgerViewScan implements AutoCloseable {

    private static final Sql SQL = Sql.of("reconcile-held");

    private final ReportingTerms terms;
    private final LocalDate eventsUntil;
    private final LocalDate generatedOn;
    private final Cursor<Known> known;
    private final Cursor<Form<Agreement>> agreements;
    private final Cursor<Form<BureauFacts.Fact>> facts;

    /** One form of an account's row: when it became known, and the line that it is by it; none of a loan. */
    private record Known(LocalDate on, @Nullable CreditLine line) {}

    /** What is known of an account beside its standing. */
    record Agreed(
            LocalDate knownOn,
            @Nullable CreditLine line,
            List<Agreement> agreements,
            @Nullable LocalDate soldOn,
            boolean isBlocked) {

        AccountView view(
                String product, LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate repaidOn) {
            NavigableMap<LocalDate, Long> limits =
                    line == null ? Collections.emptyNavigableMap() : line.limits(openedOn, agreements);
            return new AccountView(product, limits, openedOn, closedOn, repaidOn, soldOn, knownOn, isBlocked);
        }
    }

    LedgerViewScan(DataSource pool, Scope scope, Run run, ReportingTerms terms) throws SQLException {
        this.terms = terms;
        this.eventsUntil = terms.calendar().on(run.asOf()).eventsUntil();
        this.generatedOn = LocalDate.ofInstant(run.generatedAt(), terms.zone());
        Object cutoff = Rows.utc(run.cutoff());
        this.known = new Cursor<>(
                pool,
                scope.sql(SQL, "known"),
                row -> new Known(
                        Terms.knownOn(LocalDate.ofInstant(row.instant(2), terms.zone()), row.date(6)), line(row)),
                scope.parameters(cutoff));
        try {
            this.agreements = new Cursor<>(
                    pool,
                    scope.sql(SQL, "agreements"),
                    LedgerViewScan::agreement,
                    scope.parameters(cutoff, AgreementType.TRANSFER.name(), AgreementType.LIMIT_CHANGE.name()));
        } catch (SQLException | RuntimeException e) {
            known.close();
            throw e;
        }
        try {
            this.facts = new Cursor<>(
                    pool,
                    scope.sql(SQL, "facts"),
                    row -> BureauFacts.read(row, 2),
                    scope.parameters(cutoff, FurnishBlock.KEY));
        } catch (SQLException | RuntimeException e) {
            agreements.close();
            known.close();
            throw e;
        }
    }

    private static @Nullable CreditLine line(Columns row) throws SQLException {
        return AccountKind.isLine(row.wordOrNull(3))
                ? new CreditLine(row.numberOrNull(4) == null ? 0 : row.number(4), Frequency.valueOf(row.word(5)))
                : null;
    }

    private static Form<Agreement> agreement(Columns row) throws SQLException {
        int revision = row.integer(2);
        Agreement agreement = new Agreement(
                row.word(3),
                AgreementType.valueOf(row.word(4)),
                row.date(5),
                row.date(6),
                row.instant(7),
                row.integerOrNull(8),
                row.numberOrNull(9),
                null,
                null,
                null,
                false);
        return new Form<>(agreement.id(), revision, agreement);
    }

    /** What is known of an account; none where it is not known yet. */
    @Nullable
    Agreed take(String account) throws SQLException {
        List<Known> forms = known.take(account);
        List<Form<Agreement>> agreed = agreements.take(account);
        List<Form<BureauFacts.Fact>> said = facts.take(account);
        if (forms.isEmpty()) {
            return null;
        }
        List<Agreement> agreements = Form.newest(agreed);
        return new Agreed(
                forms.stream().map(Known::on).min(Comparator.naturalOrder()).orElseThrow(),
                forms.get(forms.size() - 1).line(),
                agreements,
                Agreement.soldOn(agreements, eventsUntil),
                FurnishBlock.inForce(BureauFacts.of(terms.bureau(), said), generatedOn)
                        .isPresent());
    }

    @Override
    public void close() throws SQLException {
        try (known;
                agreements;
                facts) {
            return;
        }
    }
}
