package io.arrears.call;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.Outcome;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done since the night, in the columns of contact_attempts.csv. */
final class DayLog {

    private static final List<String> REQUIRED =
            List.of("attempt_id", "account_id", "channel", "attempted_at", "outcome");
    private static final List<String> OTHERS =
            List.of("contact_id", "party", "party_id", "handle_id", "direction", "people");

    /** Bytes of a log, with all it becomes, that the memory of a check has room for. */
    private static final int MOST = 4 << 20;

    private final Path file;
    private final List<Attempt> attempts = new ArrayList<>();

    private DayLog(Path file) {
        this.file = file;
    }

    /** @param whom a contact's or a party's id; empty for the borrower of the account */
    record Attempt(Contacted contacted, String whom, boolean isContact) {
        String account() {
            return contacted.account();
        }

        Instant at() {
            return contacted.at();
        }
    }

    /**
     * The attempts of a file, as they stand in it.
     *
     * @throws Refused (2) with file, line and field when it cannot be understood
     */
    static List<Attempt> read(@Nullable Path file) {
        if (file == null) {
            return List.of();
        }
        DayLog log = new DayLog(file);
        try {
            String text = BoundedText.read(file, MOST);
            if (text == null) {
                throw new Refused(
                        ExitCode.USAGE,
                        "--attempts: " + file
                                + " is longer than 4 MiB; give it the attempts of this day and person alone");
            }
            log.read(text);
        } catch (CharacterCodingException e) {
            throw new Refused(ExitCode.USAGE, file + ": is not UTF-8");
        } catch (IOException e) {
            throw new Refused(ExitCode.USAGE, "--attempts: " + file + " cannot be read");
        }
        return log.attempts;
    }

    private void read(String text) {
        CsvText csv = new CsvText(text.startsWith("\ufeff") ? text.substring(1) : text);
        List<String> columns = next(csv);
        columns = columns == null ? List.of() : columns;
        for (String column : REQUIRED) {
            if (!columns.contains(column)) {
                throw wrong(1, column, "is missing; expected the columns of contact_attempts.csv");
            }
        }
        for (String column : columns) {
            if (!REQUIRED.contains(column) && !OTHERS.contains(column)) {
                throw wrong(1, column, "is no column of contact_attempts.csv");
            }
        }
        for (int line = csv.line(); ; line = csv.line()) {
            List<String> cells = next(csv);
            if (cells == null) {
                return;
            }
            if (cells.size() != columns.size()) {
                throw wrong(line, "row", "has " + cells.size() + " fields below " + columns.size() + " columns");
            }
            attempts.add(attempt(line, columns, cells));
        }
    }

    private @Nullable List<String> next(CsvText csv) {
        int line = csv.line();
        try {
            return csv.next();
        } catch (IllegalArgumentException e) {
            throw wrong(line, "row", "has a quote that is never closed");
        }
    }

    private Attempt attempt(int line, List<String> columns, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i).strip());
        }
        for (String column : REQUIRED) {
            if (text(row, column).isEmpty()) {
                throw wrong(line, column, "is empty");
            }
        }
        String contact = text(row, "contact_id");
        StringBuilder digits = new StringBuilder();
        text(row, "handle_id").chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        Contacted contacted = new Contacted(
                text(row, "attempt_id"),
                text(row, "account_id"),
                "",
                digits.isEmpty() ? null : digits.toString(),
                Channel.of(text(row, "channel")).orElse(null),
                instant(line, text(row, "attempted_at")),
                Outcome.of(text(row, "outcome")),
                text(row, "direction").equalsIgnoreCase("INCOMING"));
        return new Attempt(contacted, contact.isEmpty() ? text(row, "party_id") : contact, !contact.isEmpty());
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private Instant instant(int line, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(line, "attempted_at", "is no instant such as 2026-11-20T23:59:59Z, or with an offset");
        }
    }

    private Refused wrong(int line, String field, String why) {
        return new Refused(ExitCode.USAGE, file + ":" + line + ": " + field + " " + why);
    }
}
