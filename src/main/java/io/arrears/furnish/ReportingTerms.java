package io.arrears.furnish;

import io.arrears.delinquency.Policy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How one lender tells one bureau, as far as every bureau has it alike.
 *
 * @param environment a test environment has serials and a memory of its own
 * @param from the first day that is spoken of; months that ended before it are not told
 * @param gates in the order in which they are asked
 * @param products of the lender that are told at all, and as what
 * @param maxHoldDays an older hold is an alarm
 * @param correctionsMax more corrections than this in one run stop it
 * @param negativeFromDays from this reported DPD on somebody looks at a record before it is sent; it hides nothing
 * @param noticeKind the kind of notice that comes before negative data
 * @param law that it is told under
 * @param threshold what counts as overdue to the bureau
 */
public record ReportingTerms(
        String bureau,
        Environment environment,
        ZoneId zone,
        LocalDate from,
        boolean notYetReported,
        List<Gate> gates,
        ReportingCalendar calendar,
        Products products,
        int maxHoldDays,
        long correctionsMax,
        int negativeFromDays,
        String noticeKind,
        Jurisdiction law,
        Policy.Threshold threshold) {

    /** Where submissions go. */
    public enum Environment {
        PRODUCTION,
        TEST
    }

    public ReportingTerms {
        gates = List.copyOf(gates);
    }

    /** A lender's policy with what counts as overdue to the bureau, which its gates and lists go by, too. */
    public Policy policy(Policy lender) {
        return lender.with(threshold);
    }
}
