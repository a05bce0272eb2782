package io.arrears.bureau.pboc.due;

import io.arrears.furnish.Dossier;
import io.arrears.furnish.Reported;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Consent;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Frequency;
import io.arrears.ledger.Party;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import io.arrears.ledger.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line that is never drawn, written as a few lines, for what is told of its contract; amounts in fen. Each fact is heard on its day
 * unless a line says {@link #heard}, and a later row of the same id takes the place of an earlier one.
 */
final class LineBook implements Nights.Book {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);

    private record Heard<T>(LocalDate on, T fact) {}

    private final String product;
    private final List<Heard<Agreement>> agreements = new ArrayList<>();
    private final List<Heard<Party>> parties = new ArrayList<>();
    private final List<Heard<Person>> names = new ArrayList<>();
    private final List<Heard<BureauFact>> facts = new ArrayList<>();
    private final List<Heard<String>> lineIds = new ArrayList<>();
    private LocalDate knownOn = OPENED;
    private @Nullable LocalDate maturesOn = LocalDate.of(2027, 1, 4);
    private boolean isAgreedTo = true;
    private @Nullable LocalDate hearing;

    private LineBook(String product) {
        this.product = product;
    }

    /** Its draws are accounts of their own, so that it is told by its contract alone. */
    static LineBook ofDraws() {
        return new LineBook("drawn");
    }

    /** Told as an account, too. */
    static LineBook ofItself() {
        return new LineBook("line");
    }

    /** Facts after this one are heard on this day. */
    LineBook heard(String day) {
        hearing = LocalDate.parse(day);
        return this;
    }

    LineBook known(String day) {
        knownOn = LocalDate.parse(day);
        return this;
    }

    LineBook withoutEnd() {
        maturesOn = null;
        return this;
    }

    LineBook withoutConsent() {
        isAgreedTo = false;
        return this;
    }

    LineBook limit(String id, String day, long amount) {
        return agreed(AgreementType.LIMIT_CHANGE, id, day, amount);
    }

    LineBook ended(String id, String day) {
        return agreed(AgreementType.LINE_END, id, day, null);
    }

    private LineBook agreed(AgreementType type, String id, String day, @Nullable Long amount) {
        LocalDate on = LocalDate.parse(day);
        LocalDate heard = hearing == null ? on : hearing;
        Instant posted = heard.atTime(8, 0).toInstant(ZoneOffset.UTC);
        agreements.add(
                new Heard<>(heard, new Agreement(id, type, on, on, posted, null, amount, null, null, null, false)));
        return this;
    }

    LineBook with(PartyRole role, String day, @Nullable String until) {
        LocalDate on = LocalDate.parse(day);
        parties.add(new Heard<>(
                on, new Party("p" + role, role, Loan.FRIEND, null, on, until == null ? null : LocalDate.parse(until))));
        return this;
    }

    LineBook named(Person person, String day) {
        names.add(new Heard<>(LocalDate.parse(day), person));
        return this;
    }

    LineBook called(String lineId, String day) {
        lineIds.add(new Heard<>(LocalDate.parse(day), lineId));
        return this;
    }

    LineBook blocked(String value, String day) {
        LocalDate on = LocalDate.parse(day);
        facts.add(new Heard<>(
                on,
                new BureauFact(
                        "f" + day, "furnish_block", value, on, on.atTime(12, 0).toInstant(ZoneOffset.UTC))));
        return this;
    }

    @Override
    public @Nullable Dossier dossier(
            LocalDate night, LocalDate nightBefore, List<Reported> reported, boolean restatesAll) {
        if (knownOn.isAfter(night)) {
            return null;
        }
        Account account = new Account(
                new AccountId("L1"),
                "lender",
                product,
                OPENED,
                CNY,
                0,
                0,
                new CreditLine(5_000_000, Frequency.MONTHLY));
        String lineId =
                by(lineIds, night, any -> "").stream().reduce((a, b) -> b).orElse(null);
        return new Dossier(
                new AccountFacts(
                        account, List.of(), List.of(), by(agreements, night, Agreement::id), List.of(), List.of()),
                new Terms(knownOn, maturesOn, 0, 0, "MONTHLY", null, lineId),
                by(names, night, any -> "").stream().reduce(Loan.BORROWER, (a, b) -> b),
                false,
                isAgreedTo
                        ? List.of(new Consent(
                                "pboc", "1", OPENED.atStartOfDay(ZoneOffset.UTC).toInstant(), null))
                        : List.of(),
                List.of(),
                List.of(),
                by(parties, night, Party::id),
                by(facts, night, BureauFact::factId),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                reported,
                restatesAll ? OPENED : null);
    }

    private static <T> List<T> by(List<Heard<T>> facts, LocalDate night, Function<T, String> id) {
        Map<String, T> newest = new TreeMap<>();
        facts.stream()
                .filter(heard -> !heard.on().isAfter(night))
                .forEach(heard -> newest.put(id.apply(heard.fact()), heard.fact()));
        return List.copyOf(newest.values());
    }
}
