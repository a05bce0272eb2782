package io.arrears.furnish;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a record means, whatever a bureau's own tags say; columns of {@code furnished}, so that gates, lists and identities never
 * read a bureau's format.
 *
 * <p>Example: a PBOC 210 with report point 30 of March that says 38 days past due is about an account, reports a month's end and is
 * negative.
 *
 * @param speaksOf the day by which it is judged whether the bureau knows of an episode: of a corrected month that month's end, of
 *     all else the day of the record
 * @param negative whether it says that somebody is overdue, or was written off and still owes
 * @param last whether it says that the account is over
 * @param overdue what it says is overdue, in the bureau's units; none where it says nothing of it
 */
public record Meaning(
        Subject subject,
        Act act,
        Moment moment,
        LocalDate speaksOf,
        boolean negative,
        boolean last,
        @Nullable BigDecimal overdue) {

    /** Whom or what a record is about. */
    public enum Subject {
        ACCOUNT,
        PERSON,
        CONTRACT
    }

    /** What a record does to what is on file. */
    public enum Act {
        REPORT,
        CORRECT,
        RETRACT_PART,
        /** It takes back the account, or the contract, as a whole. */
        RETRACT_ACCOUNT;

        /** Whether it takes back or restates what was told before. */
        public boolean isCorrection() {
            return this != REPORT;
        }
    }

    /** What a report is made for. */
    public enum Moment {
        OPENING,
        MONTH_END,
        CLOSING,
        CURE,
        EVENT
    }

    /** Whether it is one of an account's own reports. */
    public boolean isAccountReport() {
        return isReportOf(Subject.ACCOUNT);
    }

    public boolean isReportOf(Subject whom) {
        return subject == whom && act == Act.REPORT;
    }

    /** Whether it is a report of an account or of its contract, of each of which a bureau holds one a day. */
    public boolean isReportOfItsDay() {
        return subject != Subject.PERSON && act == Act.REPORT;
    }

    /** Whether it takes back an account as a whole. */
    public boolean isAccountRetraction() {
        return isRetractionOf(Subject.ACCOUNT);
    }

    /** Whether it takes back all of it. */
    public boolean isRetractionOf(Subject whom) {
        return subject == whom && act == Act.RETRACT_ACCOUNT;
    }

    public boolean isOfPerson() {
        return subject == Subject.PERSON;
    }

    public boolean isOfContract() {
        return subject == Subject.CONTRACT;
    }

    public boolean isMonthEnd() {
        return moment == Moment.MONTH_END;
    }
}
