package io.arrears.bureau.pboc;

import io.arrears.furnish.Told;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau holds of one account after everything it was told, corrections and deletions included.
 *
 * <p>Example: told a 210 of March with RpyStatus 1 and then a 212 of March with N, it holds March with N.
 */
final class Holding {

    private final NavigableMap<YearMonth, Month> months = new TreeMap<>();
    private final NavigableMap<LocalDate, Map<String, String>> cures = new TreeMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private @Nullable LocalDate lastReported;
    private boolean deleted;

    /** A month as held: the day its newest record speaks of, and what it says. */
    record Month(LocalDate reportedOn, String code, Map<String, String> facts) {

        String fact(String tag) {
            return facts.getOrDefault(tag, "");
        }
    }

    private Holding() {}

    static Holding of(List<Told> told) {
        Holding held = new Holding();
        told.stream().filter(record -> record.state().counts()).forEach(held::take);
        return held;
    }

    private void take(Told told) {
        switch (told.kind()) {
            case "210" -> report(told);
            case "212" -> correct(told);
            case "213" -> delete(told);
            case "214" -> deleteAll();
            default -> {
                return;
            }
        }
    }

    private void report(Told told) {
        deleted = false;
        lastReported = told.reportedOn();
        if ("40".equals(told.code())) {
            cures.put(told.reportedOn(), told.facts());
        } else {
            String month = told.fact("Month");
            if (month != null) {
                months.put(
                        YearMonth.parse(month),
                        new Month(told.reportedOn(), String.valueOf(told.code()), told.facts()));
            }
        }
        keepDigests(told);
    }

    private void correct(Told told) {
        String month = told.fact("Month");
        if (month != null) {
            months.computeIfPresent(
                    YearMonth.parse(month), (key, held) -> new Month(held.reportedOn(), held.code(), told.facts()));
        }
        keepDigests(told);
    }

    private void keepDigests(Told told) {
        told.facts().forEach((tag, value) -> {
            if (tag.startsWith("digest.")) {
                digests.put(tag, value);
            }
        });
    }

    private void delete(Told told) {
        LocalDate from = date(told, "DelStartDate", LocalDate.MIN);
        LocalDate to = date(told, "DelEndDate", LocalDate.MAX);
        if ("H".equals(told.fact("DelSgmtCode"))) {
            months.values().removeIf(month -> isWithin(month.reportedOn(), from, to));
        } else if ("J".equals(told.fact("DelSgmtCode"))) {
            cures.keySet().removeIf(day -> isWithin(day, from, to));
        }
    }

    private void deleteAll() {
        months.clear();
        cures.clear();
        digests.clear();
        lastReported = null;
        deleted = true;
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static LocalDate date(Told told, String tag, LocalDate otherwise) {
        String text = told.fact(tag);
        return text == null ? otherwise : LocalDate.parse(text);
    }

    /** Whether it holds anything of the account. */
    boolean isHeld() {
        return lastReported != null;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isClosed() {
        return !months.isEmpty()
                && months.lastEntry().getValue().fact("AcctStatus").equals(AccountType.D1.closed());
    }

    List<Month> months() {
        return new ArrayList<>(months.values());
    }

    List<LocalDate> cures() {
        return new ArrayList<>(cures.keySet());
    }

    @Nullable
    Month month(YearMonth month) {
        return months.get(month);
    }

    /** The newest month before one that begins on a day, for what carries on from month to month. */
    @Nullable
    Month before(YearMonth month) {
        Map.Entry<YearMonth, Month> before = months.lowerEntry(month);
        return before == null ? null : before.getValue();
    }

    @Nullable
    YearMonth lastMonth() {
        return months.isEmpty() ? null : months.lastKey();
    }

    /** The last day any record speaks of; the account must be held. */
    LocalDate lastReported() {
        LocalDate last =
                months.isEmpty() ? LocalDate.MIN : months.lastEntry().getValue().reportedOn();
        return cures.isEmpty() || cures.lastKey().isBefore(last) ? last : cures.lastKey();
    }

    /** Whether what it shows now is overdue: its newest month, unless a cure came after. */
    boolean showsOverdue() {
        if (months.isEmpty()) {
            return false;
        }
        Month last = months.lastEntry().getValue();
        boolean cured = !cures.isEmpty() && cures.lastKey().isAfter(last.reportedOn());
        return !cured && last.fact("RpyStatus").matches("[1-7B]");
    }

    /** The digest of a section as it was last told; none if it never was. */
    @Nullable
    String digest(String section) {
        return digests.get("digest." + section);
    }
}
