package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.Notice;
import io.arrears.setting.Setting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notice that has to come so many days before a line (L13); neither law that is shipped asks for one. */
class PreconditionsTest {

    private static final Law LAW = LawFile.read(
            "x",
            Setting.parse(
                    "x.yaml",
                    "zones: {}\nregions: {}\nrules:\n  DEMAND: {instrument: Act, clause: '1', hardness: must, from: 2020-01-01, "
                            + "precondition: {notice: DEMAND, days: 14, channels: [legal, agency]}}\n"),
            null,
            Map.of());

    /** The first of several counts: one that is sent again takes nothing back. */
    @Test
    void the_first_notice_counts() {
        List<Notice> notices = List.of(
                new Notice("N1", "DEMAND", "POST", Instant.parse("2026-11-17T02:00:00Z"), null, null),
                new Notice("N2", "DEMAND", "POST", Instant.parse("2026-11-07T02:00:00Z"), null, null));
        assertThat(Preconditions.withheld(
                        LAW.on(Book.november(21)), Book.asked("cn", PartyType.BORROWER, Channel.LEGAL, 21), notices))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # notice | sent                      | channel | day | withheld until
          DEMAND | 2026-11-07T10:00:00+08:00 | LEGAL   | 20  | 21
          DEMAND | 2026-11-07T10:00:00+08:00 | LEGAL   | 21  | -
          demand | 2026-11-07T10:00:00+08:00 | AGENCY  | 21  | -
          DEMAND | 2026-11-07T23:59:59+08:00 | LEGAL   | 21  | -
          DEMAND | 2026-11-07T16:00:00Z      | LEGAL   | 21  | 22
          DEMAND | 2026-11-07T10:00:00+08:00 | CALL    | 20  | -
          OTHER  | 2026-11-07T10:00:00+08:00 | LEGAL   | 28  | never
          -      | -                         | LEGAL   | 28  | never
        """)
    void a_notice_comes_so_many_days_before(
            @Nullable String kind, @Nullable OffsetDateTime sent, Channel channel, int day, @Nullable String until) {
        List<Notice> notices = kind == null || sent == null
                ? List.of()
                : List.of(new Notice("N1", kind, "POST", sent.toInstant(), null, null));
        List<Withheld> reasons = Preconditions.withheld(
                LAW.on(Book.november(day)), Book.asked("cn", PartyType.BORROWER, channel, day), notices);
        assertThat(Withheld.longest(reasons)
                        .map(why ->
                                why.until() == null ? "never" : "" + why.until().getDayOfMonth()))
                .isEqualTo(Optional.ofNullable(until));
    }
}
