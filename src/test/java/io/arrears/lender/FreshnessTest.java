package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a night's data are stale; the night is 20 November's, the one before it saw what was known by the 20th, 02:00. */
class FreshnessTest {

    private static final LocalDate NIGHT = LocalDate.parse("2026-11-20");
    private static final Instant BEFORE = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant OVER = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            # control_on, delivered_at,          stale
            2026-11-20,   2026-11-20T23:00:00Z,  false
            2026-11-21,   2026-11-21T01:00:00Z,  false
            2026-11-19,   2026-11-20T23:00:00Z,  true
            2026-11-20,   2026-11-20T01:00:00Z,  false
            ,             2026-11-20T02:00:00Z,  true
            ,             2026-11-20T02:00:01Z,  false
            ,             2026-11-19T23:00:00Z,  true
            ,             ,                      true
            """)
    void a_feed_is_measured_by_its_control_date_or_by_when_it_came(
            @Nullable LocalDate controlOn, @Nullable Instant deliveredAt, boolean stale) {
        assertThat(stale(controlOn, deliveredAt, BEFORE)).isEqualTo(stale);
    }

    @Test
    void what_came_after_the_day_ended_is_fresh_for_every_night_that_is_caught_up() {
        Instant before = Instant.parse("2026-11-25T09:00:00Z");
        assertThat(stale(null, Instant.parse("2026-11-25T08:00:00Z"), before)).isFalse();
        assertThat(stale(null, OVER, before)).isFalse();
        assertThat(stale(null, OVER.minusMillis(1), before)).isTrue();
    }

    @Test
    void on_a_first_night_whatever_came_is_fresh() {
        assertThat(stale(null, Instant.parse("2020-01-01T00:00:00Z"), null)).isFalse();
        assertThat(stale(null, null, null)).isTrue();
    }

    private static boolean stale(
            @Nullable LocalDate controlOn, @Nullable Instant deliveredAt, @Nullable Instant before) {
        StaleFeed entries = new StaleFeed("entries", controlOn, deliveredAt);
        return !Freshness.WARN
                .stale(Set.of("entries"), Map.of("entries", entries), new Freshness.Measure(NIGHT, before, OVER))
                .isEmpty();
    }

    @Test
    void each_required_feed_is_named_and_where_none_is_any_that_came_will_do() {
        Map<String, StaleFeed> newest = new HashMap<>();
        newest.put("entries", new StaleFeed("entries", null, BEFORE));
        newest.put("borrowers", new StaleFeed("borrowers", null, BEFORE.plusSeconds(60)));
        Freshness.Measure measure = new Freshness.Measure(NIGHT, BEFORE, OVER);
        Set<String> required = new TreeSet<>(Set.of("entries", "borrowers", "accounts"));
        assertThat(StaleFeed.told(Freshness.REQUIRED.stale(required, newest, measure)))
                .isEqualTo("accounts: never delivered; entries: last delivered 2026-11-20T02:00:00Z");
        assertThat(Freshness.OFF.stale(required, newest, measure)).isEmpty();
        newest.put("agreements", new StaleFeed("agreements", null, BEFORE.plusSeconds(60)));
        assertThat(Freshness.WARN.stale(Set.of(), newest, measure)).isEmpty();

        newest.remove("agreements"); // borrowers came, but nothing of any account
        assertThat(StaleFeed.told(Freshness.WARN.stale(Set.of(), newest, measure)))
                .isEqualTo("every feed: last delivered 2026-11-20T02:00:00Z");
        newest.put("accounts", new StaleFeed("accounts", LocalDate.parse("2026-11-18"), BEFORE.plusSeconds(60)));
        assertThat(StaleFeed.told(Freshness.WARN.stale(Set.of(), newest, measure)))
                .isEqualTo("every feed: control.csv is of 2026-11-18");
    }
}
