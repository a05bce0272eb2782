package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.due.Nights;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.GateInput;
import io.arrears.furnish.Reported;
import io.arrears.ledger.Account;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Components;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Notice;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.Person;
import io.arrears.ledger.Terms;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gates are asked of a record, and on which day's figures: a loan of 2000 yuan, half of it due on 10 October 2026. */
class GateInputTest {

    private static final Lender HARBOUR = LenderFile.load(Path.of("jobs"), "harbour");
    private static final PbocBureau BUREAU = (PbocBureau) HARBOUR.bureau("pboc");
    private static final Policy POLICY = HARBOUR.policy();

    private final List<Entry> entries = new ArrayList<>();
    private final List<Reported> reported = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<BureauFact> facts = new ArrayList<>();
    private final List<String> openRejects = new ArrayList<>();
    private String product = "cash-loan";

    @ParameterizedTest
    @EnumSource(Reported.State.class)
    void only_what_was_sent_or_accepted_is_held(Reported.State state) {
        reported("210", "30", "2026-10-31", Map.of("Month", "2026-10", "RpyStatus", "1"), state);
        GateInput asked = asked();
        boolean counts = state == Reported.State.SENT || state == Reported.State.ACCEPTED;
        assertThat(asked.first()).isNotEqualTo(counts);
        assertThat(asked.reportedNegative()).hasSize(counts ? 1 : 0);
    }

    @Test
    void overdue_and_written_off_are_negative_and_what_is_paid_is_not() {
        int day = 1;
        for (String status : List.of("1", "7", "B", "*", "N", "M", "C")) {
            reported("210", "30", "2026-10-0" + day++, Map.of("RpyStatus", status), Reported.State.SENT);
        }
        reported("210", "10", "2026-10-09", Map.of(), Reported.State.SENT);
        assertThat(asked().reportedNegative()).containsExactly(day("2026-10-01"), day("2026-10-02"), day("2026-10-03"));
    }

    @Test
    void a_restated_month_speaks_of_that_month_and_not_of_the_day_it_was_corrected() {
        reported("212", "H", "2026-11-20", Map.of("Month", "2026-10", "RpyStatus", "2"), Reported.State.SENT);
        assertThat(asked().reportedNegative()).containsExactly(day("2026-10-31"));
    }

    @Test
    void what_was_told_before_the_account_was_taken_back_lets_nothing_through() {
        reported("210", "30", "2026-10-31", Map.of("RpyStatus", "1"), Reported.State.ACCEPTED);
        reported("214", "", "2026-11-05", Map.of(), Reported.State.REJECTED);
        assertThat(asked().first()).isFalse();
        assertThat(asked().reportedNegative()).hasSize(1);
        reported("214", "", "2026-11-06", Map.of(), Reported.State.SENT);
        assertThat(asked().first()).isTrue();
        assertThat(asked().reportedNegative()).isEmpty();
    }

    @Test
    void a_month_made_negative_once_all_is_paid_again_still_needs_its_notice() {
        paid("p1", "2026-10-10");
        run("2026-11-02");
        entry("r1", EntryType.REVERSAL, "2026-10-15", "p1");
        paid("p2", "2026-11-05");
        assertThat(decide("2026-11-20", day("2026-10-15")))
                .filteredOn(decision -> decision.kind().equals("212"))
                .singleElement()
                .isInstanceOfSatisfying(Decision.Hold.class, held -> {
                    assertThat(held.stop().gate()).isEqualTo("pre-notice");
                    assertThat(held.stop().evidence()).startsWith("episode since 2026-10-15");
                });
        Instant noon = Instant.parse("2026-11-18T04:00:00Z");
        notices.add(new Notice("n1", "BEFORE_NEGATIVE", "SMS", noon, noon, "receipt"));
        assertThat(decide("2026-11-20", day("2026-10-15")))
                .filteredOn(decision -> decision.kind().equals("212"))
                .singleElement()
                .isInstanceOf(Decision.Report.class);
    }

    @Test
    void an_account_that_is_none_of_the_bureaus_waits_for_nothing() {
        product = "bnpl";
        openRejects.add("entries:e1");
        assertThat(decide("2026-11-20", null)).singleElement().isInstanceOf(Decision.Exclusion.class);
    }

    /** The as-of date is the 20th, the files are generated on the 21st: the block is lifted on that very day. */
    @Test
    void a_lifted_account_is_told_anew_with_what_passed_under_its_block() {
        reported("210", "10", "2026-10-01", Map.of(), Reported.State.SENT);
        reported("214", "", "2026-10-05", Map.of(), Reported.State.SENT);
        facts.add(fact("f1", "yes", "2026-10-04"));
        facts.add(fact("f2", "no", "2026-11-21"));
        paid("p1", "2026-10-10");
        assertThat(decide("2026-11-20", null))
                .filteredOn(decision -> decision.kind().equals("210"))
                .extracting(Nights::words)
                .first()
                .asString()
                .isEqualTo("held order 210/10 2026-10-01");
    }

    private static BureauFact fact(String id, String value, String effective) {
        return new BureauFact(id, "furnish_block", value, day(effective), Instant.parse("2026-10-04T00:00:00Z"));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private void paid(String id, String day) {
        entries.add(new Entry(
                id,
                EntryType.REPAYMENT,
                day(day),
                Instant.parse(day + "T04:00:00Z"),
                100_000,
                null,
                null,
                PaidBy.BORROWER));
    }

    private void entry(String id, EntryType type, String day, String reverses) {
        entries.add(new Entry(
                id, type, day(day), Instant.parse(day + "T04:00:00Z"), 100_000, reverses, null, PaidBy.BORROWER));
    }

    private void reported(String kind, String code, String on, Map<String, String> says, Reported.State state) {
        reported.add(Meanings.reported(kind, code, day(on), "00", says, state, null));
    }

    /** Tells what is due, and remembers it as sent. */
    private void run(String asOf) {
        List<Decision> decisions = decide(asOf, null);
        decisions.stream().filter(decision -> decision.kind().equals("210")).forEach(decision -> assertThat(decision)
                .isInstanceOf(Decision.Report.class));
        decisions.stream()
                .filter(Decision.Report.class::isInstance)
                .map(Decision.Report.class::cast)
                .forEach(record -> reported.add(Meanings.reported(
                        record.kind(),
                        record.code(),
                        record.reportedOn(),
                        Facts.digest(record.line()),
                        record.facts(),
                        Reported.State.SENT,
                        null)));
    }

    private List<Decision> decide(String asOf, @Nullable LocalDate restateFrom) {
        Instant generated = Instant.parse(day(asOf) + "T19:00:00Z");
        return BUREAU.decide(
                dossier(restateFrom), POLICY, BUREAU.terms().calendar().on(day(asOf)), generated);
    }

    private GateInput asked() {
        Dossier dossier = dossier(null);
        return GateInput.of(
                dossier,
                BUREAU.terms(),
                day("2026-11-20"),
                Settlement.on(dossier.facts(), POLICY, day("2026-11-20")).figures(),
                Instant.parse("2026-11-20T19:00:00Z"));
    }

    private Dossier dossier(@Nullable LocalDate restateFrom) {
        LocalDate opened = day("2026-10-01");
        return new Dossier(
                new AccountFacts(
                        new Account(
                                new AccountId("L1"),
                                "harbour",
                                product,
                                opened,
                                Currency.getInstance("CNY"),
                                200_000,
                                2),
                        List.of(
                                new Instalment(1, 1, day("2026-10-10"), new Components(100_000, 0, 0, 0)),
                                new Instalment(1, 2, day("2026-12-10"), new Components(100_000, 0, 0, 0))),
                        entries,
                        List.of(),
                        List.of()),
                new Terms(opened, day("2026-12-10"), 200_000, 2, "MONTHLY", "EQUAL_PRINCIPAL"),
                new Person(
                        "B1",
                        "王芳",
                        "RESIDENT_ID",
                        "11010519491231002X",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "CN"),
                false,
                List.of(new Consent("pboc", "v1", Instant.parse("2026-09-30T00:00:00Z"), null)),
                notices,
                List.of(),
                List.of(),
                facts,
                List.of(),
                openRejects,
                List.of(),
                List.of(),
                reported,
                restateFrom);
    }
}
