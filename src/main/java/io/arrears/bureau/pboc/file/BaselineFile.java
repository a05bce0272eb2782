package io.arrears.bureau.pboc.file;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.feed.FeedReader;
import io.arrears.feed.Layout;
import io.arrears.feed.Malformed;
import io.arrears.feed.RawRow;
import io.arrears.furnish.Reported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau already holds of a book that goes live, a row an account: its newest month and how it stands there.
 *
 * <p>Columns: {@code account_id} (without the segment), {@code month}, {@code report_date}, {@code account_status}, {@code
 * repayment_status}, {@code five_class}, {@code five_class_since}, {@code episode_started_on} (may be empty), {@code history}
 * (RpyStatus of the 24 months before, oldest first, may be empty), and, where it is not D1, {@code account_type}. Episode and history
 * are checked against the month and not kept: no rule looks at what was held before the newest month. Of a line its contract is taken to
 * be held from that month on, as the bureau takes no line without one.
 */
public final class BaselineFile {

    private static final Layout LAYOUT = Layout.ofText(
                    "account_id",
                    "month",
                    "report_date",
                    "account_status",
                    "repayment_status",
                    "five_class",
                    "five_class_since",
                    "episode_started_on",
                    "history")
            .orWith("account_type");

    private BaselineFile() {}

    /**
     * Reads a baseline row by row.
     *
     * @param today no row speaks of a later day
     * @throws Refused with file, line and column when a row is not right
     */
    public static void read(Path file, LocalDate today, BiConsumer<String, Reported> taker) throws IOException {
        try (FeedReader rows = new FeedReader(LAYOUT, Files.newInputStream(file))) {
            for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
                Row row = new Row(file, raw);
                String account = row.matching("account_id", "[!-~]{1,46}", "an account id");
                taker.accept(account, row.reported(today));
            }
        } catch (Malformed e) {
            throw new Refused(
                    ExitCode.REJECTED,
                    file + ":" + e.line() + ": " + e.getMessage()
                            + "; nothing of it was loaded. Mend the file and load it again");
        }
    }

    /** One row, and where it stands. */
    private record Row(Path file, RawRow raw) {

        Reported reported(LocalDate today) {
            String month = matching("month", "\\d{4}-\\d{2}", "a month such as 2026-09");
            LocalDate reportedOn = date("report_date");
            if (reportedOn.isAfter(today)
                    || !YearMonth.from(reportedOn).toString().equals(month)) {
                throw refused("report_date", "expected a day of " + month + " that is not in the future");
            }
            Map<String, String> facts = new HashMap<>();
            facts.put(Facts.BASELINE, "yes");
            AccountType type = type();
            facts.put("AcctType", type.name());
            facts.put(Facts.SECTIONS, "BCH");
            facts.put("Month", month);
            facts.put("AcctStatus", code("account_status", type.statuses()));
            facts.put("RpyStatus", code("repayment_status", type.repaymentStatuses()));
            facts.put("FiveCate", matching("five_class", "[123459]", "a FiveCate code"));
            facts.put("FiveCateAdjDate", date("five_class_since").toString());
            requireEpisode(facts.get("RpyStatus"), reportedOn);
            matching(
                    "history", "[*NM1-7DZB#/]{0,24}", "up to 24 codes of RpyStatus, none of them of an end (R2101205)");
            return Meanings.reported("210", "30", reportedOn, "", facts, Reported.State.ACCEPTED, null);
        }

        /** D1 where nothing is said of it. */
        private AccountType type() {
            String type = value("account_type");
            return type.isEmpty()
                    ? AccountType.D1
                    : AccountType.valueOf(matching(
                            "account_type", "D1|R1|R4", "type D1, type R1 or type R4, or nothing for type D1"));
        }

        private void requireEpisode(@Nullable String status, LocalDate reportedOn) {
            if (value("episode_started_on").isEmpty()) {
                return;
            }
            boolean isOverdue = Meanings.isNegative(status);
            if (!isOverdue || date("episode_started_on").isAfter(reportedOn)) {
                throw refused("episode_started_on", "expected nothing, or a day up to report_date of an overdue month");
            }
        }

        private LocalDate date(String column) {
            String text = matching(column, "\\d{4}-\\d{2}-\\d{2}", "a date such as 2026-09-30");
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw refused(column, "expected a date such as 2026-09-30");
            }
        }

        private String code(String column, List<String> codes) {
            String code = value(column);
            if (!codes.contains(code)) {
                throw refused(column, "expected one of " + String.join(" ", codes));
            }
            return code;
        }

        String matching(String column, String pattern, String expected) {
            String value = value(column);
            if (!value.matches(pattern)) {
                throw refused(column, "expected " + expected);
            }
            return value;
        }

        private String value(String column) {
            return raw.values()[LAYOUT.position(column)];
        }

        Refused refused(String column, String reason) {
            return new Refused(ExitCode.REJECTED, file + ":" + raw.line() + ": " + column + ": " + reason);
        }
    }
}
