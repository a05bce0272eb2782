package io.arrears.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.Jurisdiction;
import io.arrears.furnish.Products;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A book is told only to a bureau that is new to it, or of which it is known what it holds. */
class BaselineCheckTest {

    @ParameterizedTest
    @CsvSource({
        // not yet reported, known of, refused
        "true,  false, false",
        "true,  true,  false",
        "false, true,  false",
        "false, false, true"
    })
    void a_book_that_a_bureau_may_know_already_is_not_told_as_if_it_were_new(
            boolean notYetReported, boolean isKnown, boolean isRefused) {
        BaselineCheck check = new BaselineCheck((lender, terms) ->
                isKnown && lender.equals("harbour") && terms.bureau().equals("pboc"));
        Refused refused = catchThrowableOfType(Refused.class, () -> check.require("harbour", terms(notYetReported)));
        assertThat(refused != null).isEqualTo(isRefused);
        if (refused != null) {
            assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(refused)
                    .hasMessage(
                            "nothing is known of what pboc holds of harbour: load it with 'arrears bureau baseline pboc"
                                    + " FILE', or say 'not-yet-reported: true' in the lender's file");
        }
    }

    private static ReportingTerms terms(boolean notYetReported) {
        return new ReportingTerms(
                "pboc",
                ReportingTerms.Environment.PRODUCTION,
                ZoneOffset.UTC,
                LocalDate.of(2026, 3, 10),
                notYetReported,
                List.of(),
                new ReportingCalendar(0, 2, 30),
                Products.ofLoans(Set.of()),
                10,
                100,
                30,
                "BEFORE_NEGATIVE",
                new Jurisdiction(20, Map.of()),
                Policy.Threshold.LEDGER);
    }
}
