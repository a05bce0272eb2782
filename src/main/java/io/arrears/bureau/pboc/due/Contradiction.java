package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Decision;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Sentence;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau held before we began and the ledger denies: an end that was none, or months after the end.
 *
 * <p>A baseline is known by its codes alone. It can neither be restated nor can its months be deleted without losing a history that
 * nobody here knows; so such an account is held, and listed, until the lender has it mended. A 214 by {@code furnish_block} and a
 * new beginning are one way.
 */
final class Contradiction {

    private Contradiction() {}

    /** @param endedOn the account's end in the ledger; none if it is open */
    static Optional<Decision> of(LoanOnFile onFile, @Nullable LocalDate endedOn) {
        return onFile.monthly().stream()
                .filter(SectionsOnFile.Part::isBaseline)
                .filter(month -> month.isClosed()
                        ? endedOn == null
                        : endedOn != null && !month.reportedOn().isBefore(endedOn))
                .findFirst()
                .map(month -> held(month, endedOn));
    }

    private static Decision held(SectionsOnFile.Part month, @Nullable LocalDate endedOn) {
        return endedOn == null
                ? hold("30", month.reportedOn(), Sentence.HELD_AS_CLOSED, Sentence.BASELINE.of(month.reportedOn()))
                : hold("20", endedOn, Sentence.HELD_AS_OPEN, Sentence.BASELINE_ENDED.of(month.reportedOn(), endedOn));
    }

    private static Decision hold(String code, LocalDate day, Sentence reason, String evidence) {
        String kind = RecordKind.ACCOUNT.code();
        return new Decision.Hold(kind, code, day, Meanings.of(kind, code, day, Map.of()), stop(reason, evidence));
    }

    private static GateResult stop(Sentence reason, String evidence) {
        return LastGate.BASELINE.holds(reason.of(), evidence);
    }
}
