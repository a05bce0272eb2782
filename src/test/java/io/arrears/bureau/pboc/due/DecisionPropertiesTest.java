package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.delinquency.NastyLoan;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Reported;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every telling, over nasty loans heard of night by night; a failure names the seed of {@link NastyLoan#of}. */
class DecisionPropertiesTest {

    private static final LocalDate OPENED = NastyLoan.OPENED;
    private static final LocalDate LAST = OPENED.plusDays(245);
    private static final int LOANS = 400;

    /** A special transaction that is told and did not happen after all is rare where loans with a spoilt schedule are held. */
    private static final long TAKES_BACK = 1291;

    /** A nasty loan without facts dated before its opening, which no first report can tell (I2100A09). */
    private record Heard(long seed, Lender lender, AccountFacts facts, LocalDate knownOn) {

        static Heard of(long seed) {
            NastyLoan loan = NastyLoan.of(seed);
            AccountFacts facts = loan.facts();
            return new Heard(
                    seed,
                    Lender.PLAIN.with(loan.policy()),
                    new AccountFacts(
                            facts.account(),
                            facts.instalments(),
                            some(facts.entries(), entry -> !entry.valueOn().isBefore(OPENED)),
                            some(
                                    facts.agreements(),
                                    agreement -> !agreement.effectiveOn().isBefore(OPENED)),
                            facts.classFacts()),
                    OPENED.plusDays(seed % 4 == 0 ? 37 : 0));
        }

        Nights nights() {
            return new Nights(lender, this::dossier);
        }

        private @Nullable Dossier dossier(LocalDate night, LocalDate before, List<Reported> reported, boolean all) {
            if (knownOn.isAfter(night)) {
                return null;
            }
            Instant cutoff = end(night);
            LocalDate restated = Stream.of(
                            heard(facts.entries(), Entry::postedAt, Heard::changes, end(before), cutoff),
                            heard(facts.agreements(), Agreement::postedAt, Agreement::effectiveOn, end(before), cutoff),
                            heard(facts.classFacts(), ClassFact::postedAt, ClassFact::effectiveOn, end(before), cutoff))
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .orElse(null);
            return new Dossier(
                    known(night),
                    new Terms(knownOn, OPENED.plusYears(1), 100_000, 8, "MONTHLY", "EQUAL_INSTALMENT"),
                    Loan.BORROWER,
                    false,
                    List.of(new Consent("pboc", "1", end(OPENED.minusDays(2)), null)),
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

        AccountFacts known(LocalDate night) {
            Instant cutoff = end(night);
            return new AccountFacts(
                    facts.account(),
                    facts.instalments(),
                    some(facts.entries(), entry -> entry.postedAt().isBefore(cutoff)),
                    some(facts.agreements(), agreement -> agreement.postedAt().isBefore(cutoff)),
                    some(facts.classFacts(), fact -> fact.postedAt().isBefore(cutoff)));
        }

        /** A charge takes its share of what was prepaid before its own day (D3), so it can change any day of the past. */
        private static LocalDate changes(Entry entry) {
            return entry.type().isCharge() ? OPENED : entry.valueOn();
        }

        private static <T> List<T> some(List<T> facts, Predicate<T> known) {
            return facts.stream().filter(known).toList();
        }

        private static <T> @Nullable LocalDate heard(
                List<T> facts,
                Function<T, Instant> posted,
                Function<T, LocalDate> concerns,
                Instant after,
                Instant until) {
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

        /** Runs as of every night but those that a gap leaves out, since nobody runs every night. */
        boolean runs(LocalDate night) {
            return night.equals(LAST) || (ChronoUnit.DAYS.between(OPENED, night) + seed) % (1 + seed % 5) == 0;
        }
    }

    private static List<Decision> tell(Heard loan, Nights nights) {
        List<Decision> decisions = new ArrayList<>();
        for (LocalDate night = OPENED; !night.isAfter(LAST); night = night.plusDays(1)) {
            if (loan.runs(night)) {
                decisions.addAll(nights.run(night));
            }
        }
        decisions.addAll(nights.settle(LAST));
        return decisions;
    }

    private static Stream<Heard> loans() {
        return LongStream.concat(LongStream.range(0, LOANS), LongStream.of(TAKES_BACK))
                .mapToObj(Heard::of);
    }

    @Test
    void every_record_of_a_complete_loan_keeps_the_bureau_s_rules() {
        loans().forEach(loan -> assertThat(tell(loan, loan.nights()).stream()
                        .filter(decision -> !(decision instanceof Decision.Report) && !Nights.isInOrder(decision))
                        .map(Nights::words)
                        .distinct())
                .as("seed " + loan.seed())
                .isEmpty());
    }

    @Test
    void a_history_told_night_by_night_ends_as_one_told_in_one_go() {
        loans().forEach(loan -> {
            Nights nightly = loan.nights();
            tell(loan, nightly);
            Nights once = loan.nights();
            once.settle(LAST);
            assertThat(months(nightly)).as("seed " + loan.seed()).isEqualTo(months(once));
        });
    }

    /** Each special transaction is held once, whichever section tells of it. */
    @Test
    void special_transactions_told_night_by_night_are_those_told_in_one_go() {
        loans().forEach(loan -> {
            Nights nightly = loan.nights();
            tell(loan, nightly);
            Nights once = loan.nights();
            once.settle(LAST);
            assertThat(trades(nightly)).as("seed " + loan.seed()).containsExactlyElementsOf(trades(once));
        });
    }

    private static List<String> trades(Nights nights) {
        return LoanOnFile.of(nights.reported()).trades().stream()
                .flatMap(part -> Stream.of(part.fact(Facts.TRADES).split(";")))
                .sorted()
                .toList();
    }

    private static Map<String, Map<String, String>> months(Nights nights) {
        Map<String, Map<String, String>> months = new TreeMap<>();
        for (SectionsOnFile.Part month : LoanOnFile.of(nights.reported()).months()) {
            Map<String, String> says = new TreeMap<>();
            SectionKind.MONTHLY.layout().items().forEach(item -> says.put(item.tag(), month.fact(item.tag())));
            months.put(month.fact("Month"), says);
        }
        return months;
    }

    @Test
    void every_month_s_end_from_the_first_report_to_the_closing_is_held() {
        loans().forEach(loan -> {
            Nights nights = loan.nights();
            tell(loan, nights);
            LoanOnFile onFile = LoanOnFile.of(nights.reported());
            AccountFacts known = loan.known(LAST);
            Settlement now = Settlement.on(known, loan.lender().policy(), LAST);
            LocalDate ended =
                    AccountState.of(known, now, loan.lender().options()).endedOn();
            YearMonth last = ended == null ? YearMonth.from(LAST).minusMonths(1) : YearMonth.from(ended);
            List<String> months = new ArrayList<>();
            for (YearMonth month = YearMonth.from(onFile.firstDay());
                    !month.isAfter(last);
                    month = month.plusMonths(1)) {
                months.add(month.toString());
            }
            assertThat(onFile.months().stream().map(month -> month.fact("Month")))
                    .as("seed " + loan.seed())
                    .containsExactlyElementsOf(months);
            assertThat(onFile.isClosed()).as("seed " + loan.seed()).isEqualTo(ended != null);
        });
    }

    /** The properties above say little of loans of which little is told. */
    @Test
    void the_loans_are_nasty_enough() {
        Map<String, Integer> seen = new HashMap<>();
        loans().flatMap(loan -> tell(loan, loan.nights()).stream()
                        .map(Nights::words)
                        .map(said -> said.split(" ")[0])
                        .distinct())
                .forEach(code -> seen.merge(code, 1, Integer::sum));
        assertThat(seen.keySet())
                .contains(
                        "210/10", "210/20", "210/30", "210/31", "210/32", "210/40", "212/H", "212/J", "212/K", "213/H",
                        "213/J", "213/K");
    }
}
