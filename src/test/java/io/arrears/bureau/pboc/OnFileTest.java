package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Tradeline;
import io.arrears.lender.LenderFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bureau holds of an account after corrections, deletions and answers (R6). */
class OnFileTest {

    private static final Bureau BUREAU =
            LenderFile.load(Path.of("jobs"), "harbour").bureau("pboc");
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 30);

    private final List<Reported> reported = new ArrayList<>();

    private void reported(String kind, LocalDate day, Reported.State state, String... facts) {
        Map<String, String> says = new TreeMap<>();
        says.put("AcctType", "D1");
        for (int i = 0; i < facts.length; i += 2) {
            says.put(facts[i], facts[i + 1]);
        }
        reported.add(Meanings.reported(kind, null, day, "00", says, state, null));
    }

    private void month(LocalDate day, String status, String overdue, Reported.State state) {
        String month = day.toString().substring(0, 7);
        reported("210", day, state, "sections", "BH", "Month", month, "AcctStatus", status, "TotOverd", overdue);
    }

    /** What it holds since August, or since the day where nothing before it is held any more. */
    private Tradeline held(
            @Nullable LocalDate last,
            boolean isEnded,
            boolean isAnew,
            @Nullable LocalDate settledOn,
            @Nullable BigDecimal overdue) {
        Set<LocalDate> months =
                last == null ? Set.of() : isAnew || last.equals(AUGUST) ? Set.of(last) : Set.of(AUGUST, last);
        return new Tradeline(
                months.stream().min(LocalDate::compareTo).orElse(null), last, isEnded, months, settledOn, overdue);
    }

    private Tradeline onFile() {
        return BUREAU.onFile(reported);
    }

    @ParameterizedTest
    @EnumSource(Reported.State.class)
    void what_was_sent_and_not_refused_is_held(Reported.State state) {
        month(AUGUST, "2", "120", state);
        Tradeline nothing = held(null, false, false, null, null);
        assertThat(onFile())
                .isEqualTo(state.counts() ? held(AUGUST, false, false, AUGUST, new BigDecimal(120)) : nothing);
    }

    @Test
    void the_newest_month_counts_as_it_was_corrected() {
        month(AUGUST, "2", "120", Reported.State.ACCEPTED);
        month(SEPTEMBER, "2", "250", Reported.State.SENT);
        reported(
                "212",
                SEPTEMBER,
                Reported.State.SENT,
                "MdfcSgmtCode",
                "H",
                "Month",
                "2026-09",
                "AcctStatus",
                "1",
                "TotOverd",
                "0");
        assertThat(onFile()).isEqualTo(held(SEPTEMBER, false, false, SEPTEMBER, BigDecimal.ZERO));
    }

    @Test
    void an_end_counts_until_it_is_deleted() {
        month(AUGUST, "2", "120", Reported.State.ACCEPTED);
        month(SEPTEMBER, "3", "0", Reported.State.SENT);
        assertThat(onFile()).isEqualTo(held(SEPTEMBER, true, false, SEPTEMBER, BigDecimal.ZERO));
        reported(
                "213",
                SEPTEMBER,
                Reported.State.SENT,
                "DelSgmtCode",
                "H",
                "DelStartDate",
                SEPTEMBER.toString(),
                "DelEndDate",
                SEPTEMBER.toString());
        assertThat(onFile()).isEqualTo(held(AUGUST, false, false, AUGUST, new BigDecimal(120)));
    }

    @Test
    void nothing_is_left_of_what_was_taken_back_as_a_whole() {
        month(AUGUST, "1", "0", Reported.State.ACCEPTED);
        reported("214", SEPTEMBER, Reported.State.SENT);
        assertThat(onFile()).isEqualTo(held(null, false, true, null, null));
        month(SEPTEMBER, "1", "0", Reported.State.SENT);
        assertThat(onFile()).isEqualTo(held(SEPTEMBER, false, true, SEPTEMBER, BigDecimal.ZERO));
    }

    /** From the first day on, each month that a lender speaks of (S1). */
    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-09-30, false, true",
        "2026-07-01, 2026-10-31, false, false",
        "2026-07-01, 2026-11-10, true, false",
        "2026-07-01, 2026-10-31, true, true",
        "2026-11-01, 2026-10-31, false, true",
    })
    void a_month_in_between_that_is_not_held_is_found(LocalDate from, LocalDate upTo, boolean isEnd, boolean hasAll) {
        month(AUGUST, "1", "0", Reported.State.ACCEPTED);
        month(SEPTEMBER, "1", "0", Reported.State.SENT);
        Tradeline onFile = onFile();
        assertThat(new Expectation(upTo, isEnd, from, true).hasEvery(onFile.firstDay(), onFile.days()))
                .isEqualTo(hasAll);
    }

    @Test
    void a_month_of_a_baseline_has_no_amount() {
        reported("210", AUGUST, Reported.State.ACCEPTED, "sections", "BCH", "Month", "2026-08", "baseline", "yes");
        assertThat(onFile()).isEqualTo(held(AUGUST, false, false, AUGUST, null));
    }

    @Test
    void a_corrected_name_whose_report_was_refused_is_nothing() {
        month(AUGUST, "1", "0", Reported.State.REJECTED);
        reported("212", AUGUST, Reported.State.SENT, "MdfcSgmtCode", "B");
        assertThat(onFile().isAnything()).isFalse();
    }
}
