package io.arrears.bureau.pboc.terms;

import io.arrears.delinquency.Policy;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the public sources leave open, as the bureau's file decides it.
 *
 * @param writtenOffStatus the AcctStatus of a written-off account that still owes
 * @param overdueFloor in whole units: what is overdue below it is told as not overdue, and principal let off below it as paid
 * @param finalNewline whether the last record of a file is ended, too
 * @param repaymentMethods the RepayMode of each {@code repayment_method} of accounts.csv
 * @param repaymentFrequencies the RepayFreqcy of each {@code repayment_frequency} of accounts.csv
 * @param identityTypes the IDType of each {@code id_type} of borrowers.csv
 * @param line what is told of a line of credit; none where no product is of one
 */
public record FormatOptions(
        Balance balance,
        OverduePeriods overduePeriods,
        CurrentDue currentDue,
        SettlementDate settlementDate,
        DueOnLastDay dueOnLastDay,
        ChargesLeft chargesLeft,
        int overdueFloor,
        Rounding rounding,
        String writtenOffStatus,
        boolean finalNewline,
        Map<String, String> repaymentMethods,
        Map<String, String> repaymentFrequencies,
        Map<String, String> identityTypes,
        @Nullable LineOptions line) {

    /** What AcctBal holds. */
    public enum Balance {
        PRINCIPAL,
        PRINCIPAL_AND_OVERDUE_INTEREST
    }

    /** What OverdPrd counts. */
    public enum OverduePeriods {
        INSTALMENTS,
        MONTHS
    }

    /** What CurRpyAmt holds while older instalments are unpaid. */
    public enum CurrentDue {
        THIS_MONTH,
        WITH_ARREARS
    }

    /** What SettDate holds. */
    public enum SettlementDate {
        DUE_DATE,
        REPORT_DATE
    }

    /** What RpyStatus says of an instalment due on the month's last day and unpaid at its end. */
    public enum DueOnLastDay {
        /** N: nobody is overdue on the day itself (D4). */
        N("N"),
        /** 1: overdue from that day on. */
        OVERDUE("1");

        private final String written;

        DueOnLastDay(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    /** What an account is told as that owes nothing but a charge. */
    public enum ChargesLeft {
        /** Open: the charge is its balance, and due. */
        OWED,
        /** Closed on the day from which nothing else was owed; what becomes of the charge is told to nobody. */
        CLOSED
    }

    public FormatOptions {
        repaymentMethods = Map.copyOf(repaymentMethods);
        repaymentFrequencies = Map.copyOf(repaymentFrequencies);
        identityTypes = Map.copyOf(identityTypes);
    }

    @Override
    public LineOptions line() {
        return Objects.requireNonNull(line, "no product is of lines");
    }

    public boolean closesOnceRepaid() {
        return chargesLeft == ChargesLeft.CLOSED;
    }

    /** From when arrears count as overdue to the bureau. */
    public Policy.Threshold threshold() {
        return new Policy.Threshold(BigDecimal.valueOf(overdueFloor), dueOnLastDay == DueOnLastDay.OVERDUE);
    }
}
