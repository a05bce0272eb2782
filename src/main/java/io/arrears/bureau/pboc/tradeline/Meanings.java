package io.arrears.bureau.pboc.tradeline;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Meaning.Act;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the bureau's record types, report points and codes mean in the words of every bureau. */
public final class Meanings {

    public static final String OVERDUE = "TotOverd";

    private Meanings() {}

    /**
     * Example: {@code 210}, {@code 30}, 31 March, RpyStatus 2 is a negative report of a month's end.
     *
     * @param code the report point of a 210 or 220, the section's letter of a correction
     * @param facts what the record says, by tag
     */
    public static Meaning of(String kind, @Nullable String code, LocalDate reportedOn, Map<String, String> facts) {
        return new Meaning(
                subject(kind),
                act(kind),
                moment(kind, code),
                speaksOf(kind, reportedOn, facts),
                isNegative(facts.get("RpyStatus")),
                isClosed(facts) || SectionsOnFile.ENDED_CONTRACT.equals(facts.get("ConStatus")),
                overdue(facts));
    }

    /** Whether its AcctStatus is that of an account of its type that is over. */
    public static boolean isClosed(Map<String, String> facts) {
        AccountType type = AccountType.of(facts.getOrDefault("AcctType", ""));
        return type != null && type.closed().equals(facts.get("AcctStatus"));
    }

    /** Whole yuan; none where nothing is said of it. */
    public static @Nullable BigDecimal overdue(Map<String, String> facts) {
        String overdue = facts.get(OVERDUE);
        return overdue == null ? null : new BigDecimal(overdue);
    }

    /** A record as it is remembered once it got so far. */
    public static Reported reported(
            String kind,
            @Nullable String code,
            LocalDate reportedOn,
            String digest,
            Map<String, String> facts,
            Reported.State state,
            @Nullable String fault) {
        return new Reported(
                kind,
                code,
                reportedOn,
                digest,
                facts,
                of(kind, code, reportedOn, facts),
                state,
                fault,
                Reported.Course.UNKNOWN);
    }

    private static Subject subject(String kind) {
        if (kind.equals(RecordKind.PERSON_INFO.code()) || kind.equals(RecordKind.PERSON_DELETION.code())) {
            return Subject.PERSON;
        }
        return RecordKind.isOfContract(kind) ? Subject.CONTRACT : Subject.ACCOUNT;
    }

    private static Act act(String kind) {
        return switch (kind) {
            case "110", "210", "220" -> Act.REPORT;
            case "213", "223" -> Act.RETRACT_PART;
            case "114", "214", "224" -> Act.RETRACT_ACCOUNT;
            default -> Act.CORRECT;
        };
    }

    /** A contract knows no months: its 30 is a changed limit. */
    private static Moment moment(String kind, @Nullable String code) {
        if (kind.equals(RecordKind.CONTRACT.code())) {
            return "10".equals(code) ? Moment.OPENING : "20".equals(code) ? Moment.CLOSING : Moment.EVENT;
        }
        return switch (code == null || !kind.equals(RecordKind.ACCOUNT.code()) ? "" : code) {
            case "10" -> Moment.OPENING;
            case "20" -> Moment.CLOSING;
            case "30", "31", "32" -> Moment.MONTH_END;
            case "40" -> Moment.CURE;
            default -> Moment.EVENT;
        };
    }

    /** A corrected month keeps speaking of that month. */
    private static LocalDate speaksOf(String kind, LocalDate reportedOn, Map<String, String> facts) {
        YearMonth month = kind.equals(RecordKind.SECTION_CORRECTION.code()) ? Values.month(facts.get("Month")) : null;
        return month == null ? reportedOn : month.atEndOfMonth();
    }

    /** Overdue, or written off and still owing. */
    public static boolean isNegative(@Nullable String repaymentStatus) {
        return repaymentStatus != null && repaymentStatus.matches("[1-7B]");
    }
}
