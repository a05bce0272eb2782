package io.arrears.lender;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.setting.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code jobs/calendars/<name>.csv}: {@code date,kind,name} with kind holiday or workday (D1). */
final class CalendarFile {

    private CalendarFile() {}

    static BusinessCalendar load(Path calendars, Setting name) {
        Path file = calendars.resolve(name.text() + ".csv");
        if (!name.text().matches("[a-z0-9][a-z0-9-]{0,63}") || !Files.isRegularFile(file)) {
            throw name.refused("there is no calendar " + file);
        }
        return parse(name.text(), file.toString(), JobFile.text(file));
    }

    /** @param file how messages name the text */
    static BusinessCalendar parse(String name, String file, String text) {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> workdays = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals("date,kind,name")) {
            throw new Refused(ExitCode.USAGE, file + ":1: expected the header date,kind,name");
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", 3);
            Set<LocalDate> kind = cells.length < 2
                    ? null
                    : switch (cells[1]) {
                        case "holiday" -> holidays;
                        case "workday" -> workdays;
                        default -> null;
                    };
            if (kind == null) {
                throw new Refused(
                        ExitCode.USAGE, file + ":" + (i + 1) + ": kind: expected holiday or workday after the date");
            }
            try {
                LocalDate day = LocalDate.parse(cells[0]);
                if (holidays.contains(day) || workdays.contains(day)) {
                    throw new Refused(ExitCode.USAGE, file + ":" + (i + 1) + ": date: " + day + " stands here twice");
                }
                kind.add(day);
                years.add(day.getYear());
            } catch (DateTimeParseException e) {
                throw new Refused(
                        ExitCode.USAGE,
                        file + ":" + (i + 1) + ": date: expected a date such as 2026-10-01, found '" + cells[0] + "'");
            }
        }
        return new BusinessCalendar(name, holidays, workdays, years);
    }
}
