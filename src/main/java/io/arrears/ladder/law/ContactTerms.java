package io.arrears.ladder.law;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person and the lender agreed on being contacted; the one thing that may loosen what only should be (L13).
 *
 * <p>Example: {@code hours=20:00-22:00; dials=10; not=Sun,12:00-13:00; visit=yes}.
 *
 * @param agreement its id
 * @param hours instead of the hours that should be; none if nothing is agreed
 * @param dials instead of the unanswered dials a number that should be; none if nothing is agreed
 * @param notOn days of the week on which he is left alone
 * @param notAt times of every day at which he is left alone
 * @param visit whether he may be visited; none if nothing is agreed
 * @param isEvidenced whether the agreement can be proved; one that cannot loosens nothing, and adds what is stricter
 */
public record ContactTerms(
        String agreement,
        @Nullable Span hours,
        @Nullable Integer dials,
        Set<DayOfWeek> notOn,
        List<Span> notAt,
        @Nullable Boolean visit,
        boolean isEvidenced) {

    public static final String KEY = "CONTACT_TERMS";
    private static final Pattern SPAN = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    /** A part of a day; where to is not later than from it ends the next day. */
    public record Span(LocalTime from, LocalTime to) {}

    private static final Span WHOLE_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** What a text says; none where it cannot be read as a whole, so that nothing of it is known. */
    public static Optional<ContactTerms> parse(String agreement, String text, boolean isEvidenced) {
        Span hours = null;
        Integer dials = null;
        Boolean visit = null;
        Set<DayOfWeek> notOn = EnumSet.noneOf(DayOfWeek.class);
        List<Span> notAt = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (String term : text.split(";", -1)) {
            String[] parts = term.strip().toLowerCase(Locale.ROOT).split("=", 2);
            String key = parts[0].strip();
            String value = parts.length == 2 ? parts[1].strip() : "";
            boolean isRead = keys.add(key)
                    && switch (key) {
                        case "hours" -> (hours = span(value)) != null && isOfOneDay(hours);
                        case "dials" -> value.matches("\\d{1,3}") && (dials = Integer.valueOf(value)) != null;
                        case "visit" -> (visit = value.equals("yes")) || value.equals("no");
                        case "not" -> addExclusions(value, notOn, notAt);
                        default -> false;
                    };
            if (!isRead) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new ContactTerms(agreement, hours, dials, Set.copyOf(notOn), List.copyOf(notAt), visit, isEvidenced));
    }

    private static boolean addExclusions(String value, Set<DayOfWeek> notOn, List<Span> notAt) {
        for (String part : value.split(",", -1)) {
            DayOfWeek day = DAYS.get(part.strip());
            Span span = span(part.strip());
            if (day != null) {
                notOn.add(day);
            } else if (span != null && !span.from().equals(span.to())) {
                notAt.add(span);
            } else {
                return false;
            }
        }
        return true;
    }

    /** Hours that run past midnight are two that were swapped: by 22:00-20:00 he would be called all night. */
    private static boolean isOfOneDay(Span hours) {
        return hours.to().isAfter(hours.from()) || hours.to().equals(LocalTime.MIDNIGHT);
    }

    private static @Nullable Span span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Optional<LocalTime> from = time(matcher.group(1));
        Optional<LocalTime> to = time(matcher.group(2));
        return from.isEmpty() || to.isEmpty() ? null : new Span(from.get(), to.get());
    }

    /** 24:00 is the midnight that a day ends with. */
    static Optional<LocalTime> time(@Nullable String text) {
        if ("24:00".equals(text)) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        return text != null && text.matches("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?")
                ? Optional.of(LocalTime.parse(text))
                : Optional.empty();
    }

    boolean replaces(LawRule rule) {
        return isEvidenced
                && rule.hardness() == Hardness.SHOULD
                && ((hours != null && rule.limit() instanceof Limit.Window)
                        || (dials != null
                                && rule.limit() instanceof Limit.Count count
                                && count.unit() == Unit.DIAL_UNANSWERED));
    }

    List<LawRule> rules() {
        List<LawRule> rules = new ArrayList<>();
        if (hours != null) {
            rules.add(rule(new Limit.Window(hours.from(), hours.to(), EnumSet.allOf(Channel.class))));
        }
        if (dials != null) {
            rules.add(rule(
                    new Limit.Count(Unit.DIAL_UNANSWERED, Limit.Per.HANDLE, 1, dials, EnumSet.allOf(PartyType.class))));
        }
        return rules;
    }

    private LawRule rule(Limit limit) {
        return new LawRule(KEY, limit, citation(), Hardness.MUST, LocalDate.MIN, null, Set.of());
    }

    public Citation citation() {
        return new Citation("agreement", agreement);
    }

    /**
     * What is left of hours without the days and times at which he is left alone in any of his zones: the longest part that is not over
     * at an instant; none if every one is.
     */
    public Optional<Hours> within(Hours hours, List<ZoneId> zones, Instant at) {
        List<Hours> parts = List.of(hours);
        for (ZoneId zone : zones) {
            LocalDate last = hours.day().plusDays(1);
            for (LocalDate day = hours.day().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                for (Span span : notOn.contains(day.getDayOfWeek()) ? List.of(WHOLE_DAY) : notAt) {
                    Instant from = Hours.at(day, span.from(), zone);
                    Instant to = Hours.end(day, span.from(), span.to(), zone);
                    parts = parts.stream()
                            .flatMap(part -> part.without(from, to, zones.get(0)).stream())
                            .toList();
                }
            }
        }
        return parts.stream()
                .filter(part -> part.to().toInstant().isAfter(at))
                .max(Comparator.comparingLong(Hours::seconds));
    }
}
