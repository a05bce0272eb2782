package io.arrears.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.Withheld;
import io.arrears.ladder.stage.Position;
import io.arrears.ledger.EntryType;
import io.arrears.lender.ContactPolicy;
import io.arrears.lender.LenderFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The ladders of the five example lenders, worked by hand, day by day from before the due date to 120 days past due (L20, L21). */
class FiveLaddersTest {

    /**
     * What stands on each day from one to another.
     *
     * @param amount overdue, in yuan
     * @param since in days past due, as are the others
     * @param borrower by which channels the ladder asks for whom, law or not
     */
    private record Days(
            String lender,
            int amount,
            int from,
            int to,
            @Nullable String stage,
            int since,
            @Nullable String next,
            int nextOn,
            String borrower,
            String coBorrower,
            String guarantor,
            String contact,
            int every) {}

    static final Days[] TABLE = {
        //       lender            yuan  from   to   stage         since next       on  borrower
        // co-borrower    guarantor     contact every
        new Days("xiaohua", 1000, -9, 0, null, 0, null, 0, "", "", "", "", 0),
        new Days("xiaohua", 1000, 1, 3, "EARLY", 1, "PHONE", 4, "APP SMS", "SMS", "", "", 2),
        new Days("xiaohua", 1000, 4, 6, "PHONE", 4, "LOCATING", 7, "APP SMS CALL", "SMS CALL", "", "", 2),
        new Days(
                "xiaohua", 1000, 7, 14, "LOCATING", 7, "MIDDLE", 15, "APP SMS CALL", "SMS CALL", "SMS CALL", "CALL", 2),
        new Days("xiaohua", 1000, 15, 60, "MIDDLE", 15, "LATE", 61, "APP SMS CALL", "SMS CALL", "SMS CALL", "CALL", 1),
        new Days("xiaohua", 1000, 61, 120, "LATE", 61, null, 0, "SMS CALL LETTER AGENCY", "", "CALL LETTER", "CALL", 1),
        new Days("xingtu-renxing", 1000, -9, 0, null, 0, null, 0, "", "", "", "", 0),
        new Days("xingtu-renxing", 1000, 1, 6, "EARLY", 1, "LOCATING", 7, "SMS CALL", "SMS CALL", "", "", 1),
        new Days(
                "xingtu-renxing",
                1000,
                7,
                13,
                "LOCATING",
                7,
                "INTENSIFIED",
                14,
                "SMS CALL",
                "SMS CALL",
                "SMS CALL",
                "CALL",
                1),
        new Days(
                "xingtu-renxing",
                1000,
                14,
                30,
                "INTENSIFIED",
                14,
                "BEYOND_30",
                31,
                "APP SMS AUTO_CALL CALL",
                "SMS CALL",
                "SMS CALL",
                "CALL",
                1),
        new Days(
                "xingtu-renxing",
                1000,
                31,
                90,
                "BEYOND_30",
                31,
                "LEGAL_STEPS",
                91,
                "APP SMS CALL LETTER",
                "CALL LETTER",
                "CALL LETTER",
                "CALL",
                1),
        new Days("xingtu-renxing", 1000, 91, 120, "LEGAL_STEPS", 91, null, 0, "CALL LETTER LEGAL", "", "LETTER", "", 1),
        // Much is overdue: intensified from day 10.
        new Days("xingtu-renxing", 5000, 1, 6, "EARLY", 1, "LOCATING", 7, "SMS CALL", "SMS CALL", "", "", 1),
        new Days(
                "xingtu-renxing",
                5000,
                7,
                9,
                "LOCATING",
                7,
                "INTENSIFIED",
                10,
                "SMS CALL",
                "SMS CALL",
                "SMS CALL",
                "CALL",
                1),
        new Days(
                "xingtu-renxing",
                5000,
                10,
                30,
                "INTENSIFIED",
                10,
                "BEYOND_30",
                31,
                "APP SMS AUTO_CALL CALL",
                "SMS CALL",
                "SMS CALL",
                "CALL",
                1),
        // Little is: contacts from day 14, intensified from day 21.
        new Days("xingtu-renxing", 499, 1, 13, "EARLY", 1, "LOCATING", 14, "SMS CALL", "SMS CALL", "", "", 1),
        new Days(
                "xingtu-renxing",
                499,
                14,
                20,
                "LOCATING",
                14,
                "INTENSIFIED",
                21,
                "SMS CALL",
                "SMS CALL",
                "SMS CALL",
                "CALL",
                1),
        new Days(
                "xingtu-renxing",
                499,
                21,
                30,
                "INTENSIFIED",
                21,
                "BEYOND_30",
                31,
                "APP SMS AUTO_CALL CALL",
                "SMS CALL",
                "SMS CALL",
                "CALL",
                1),
        new Days("huabei", 1000, -9, -4, null, 0, null, 0, "", "", "", "", 0),
        new Days("huabei", 1000, -3, -1, "REMINDER", -3, "OVERDUE", 1, "APP SMS", "", "", "", 1),
        new Days("huabei", 1000, 0, 0, null, 0, null, 0, "", "", "", "", 0),
        new Days("huabei", 1000, 1, 7, "OVERDUE", 1, "NEGOTIATION", 8, "APP SMS", "SMS", "", "", 1),
        new Days(
                "huabei",
                1000,
                8,
                90,
                "NEGOTIATION",
                8,
                "LONG_OVERDUE",
                91,
                "APP SMS EMAIL CALL LETTER",
                "CALL",
                "CALL",
                "",
                2),
        new Days("huabei", 1000, 91, 120, "LONG_OVERDUE", 91, null, 0, "CALL LETTER LEGAL", "", "LETTER", "", 7),
        new Days("huabei", 5000, 1, 3, "OVERDUE", 1, "NEGOTIATION", 4, "APP SMS", "SMS", "", "", 1),
        new Days(
                "huabei",
                5000,
                4,
                90,
                "NEGOTIATION",
                4,
                "LONG_OVERDUE",
                91,
                "APP SMS EMAIL CALL LETTER",
                "CALL",
                "CALL",
                "",
                2),
        new Days("chengyi", 1000, -9, 0, null, 0, null, 0, "", "", "", "", 0),
        new Days("chengyi", 1000, 1, 3, "EARLY", 1, "PHONE", 4, "SMS", "SMS", "", "", 1),
        new Days("chengyi", 1000, 4, 7, "PHONE", 4, "LOCATING", 8, "SMS CALL", "CALL", "", "", 1),
        new Days("chengyi", 1000, 8, 20, "LOCATING", 8, "INTERVIEW", 21, "SMS CALL", "CALL", "CALL", "CALL", 1),
        new Days("chengyi", 1000, 21, 60, "INTERVIEW", 21, "LATE", 61, "CALL VISIT", "CALL", "CALL", "CALL", 1),
        new Days("chengyi", 1000, 61, 120, "LATE", 61, null, 0, "CALL LETTER", "", "LETTER", "", 7),
        new Days("jinnong", 1000, -9, 0, null, 0, null, 0, "", "", "", "", 0),
        new Days("jinnong", 1000, 1, 7, "EARLY", 1, "LOCATING", 8, "SMS CALL", "SMS", "", "", 1),
        new Days("jinnong", 1000, 8, 30, "LOCATING", 8, "MIDDLE", 31, "SMS CALL", "CALL", "CALL", "CALL", 1),
        new Days("jinnong", 1000, 31, 90, "MIDDLE", 31, "LATE", 91, "CALL LETTER VISIT", "CALL", "CALL LETTER", "", 2),
        new Days("jinnong", 1000, 91, 120, "LATE", 91, null, 0, "CALL LETTER LEGAL", "", "LETTER", "", 7),
    };

    /** By which an account is withheld on every day of a rhythm, without a mandate or a consent. */
    private static final Map<String, String> NEVER =
            Map.of("xiaohua AGENCY", "NO_MANDATE", "jinnong VISIT", "NO_VISIT_CONSENT");

    private static Cases loan(String lender, int amount) {
        ContactPolicy contacts =
                LenderFile.load(Path.of("jobs"), "example-" + lender).contacts();
        assertThat(contacts).isNotNull();
        return Cases.loan(amount * 100L)
                .on(contacts.ladder())
                .under(contacts.law())
                .party(PartyType.CO_BORROWER, "B2", "200", null, "01-01", null)
                .party(PartyType.GUARANTOR, "B3", "300", 500_00L, "01-01", null)
                .contact("C1", "900");
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void each_day_has_its_stage_its_channels_and_its_rhythm(Days row) {
        Cases loan = loan(row.lender(), row.amount());
        for (int dpd = row.from(); dpd <= row.to(); dpd++) {
            AccountWorklist list =
                    loan.on(Cases.DUE.plusDays(dpd)).orElse(new AccountWorklist(null, List.of(), List.of()));
            assertThat(asked(list)).as("day %d", dpd).isEqualTo(expected(row));
            boolean isDay = row.every() > 0 && (dpd - row.since()) % row.every() == 0;
            assertThat(called(list)).as("borrower on day %d", dpd).isEqualTo(isDay ? may(row) : "");
            assertThat(rules(list))
                    .as("rules on day %d", dpd)
                    .isSubsetOf(
                            isDay ? onDay(row) : List.of("EVERY", "THIRD_PERSONS", "NO_MANDATE", "NO_VISIT_CONSENT"));
            for (Line line : list.lines()) {
                assertThat(written(line.position())).as("day %d", dpd).isEqualTo(written(row));
            }
        }
    }

    private static Map<PartyType, String> expected(Days row) {
        Map<PartyType, String> asked = new TreeMap<>();
        Map.of(
                        PartyType.BORROWER, row.borrower(),
                        PartyType.CO_BORROWER, row.coBorrower(),
                        PartyType.GUARANTOR, row.guarantor(),
                        PartyType.CONTACT, row.contact())
                .forEach((party, channels) -> {
                    if (!channels.isEmpty()) {
                        asked.put(party, channels);
                    }
                });
        return asked;
    }

    /** Every party and channel that the ladder asks for, contacted or not. */
    private static Map<PartyType, String> asked(AccountWorklist list) {
        return Stream.concat(
                        list.lines().stream()
                                .map(line -> Map.entry(line.reachable().type(), line.channel())),
                        list.withheld().stream().map(row -> Map.entry(row.party(), row.channel())))
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.mapping(entry -> entry.getValue().name(), Collectors.joining(" "))));
    }

    private static String called(AccountWorklist list) {
        return list.lines().stream()
                .filter(line -> line.reachable().type() == PartyType.BORROWER)
                .map(line -> line.channel().name())
                .collect(Collectors.joining(" "));
    }

    private static String may(Days row) {
        return Stream.of(row.borrower().split(" "))
                .filter(channel -> !NEVER.containsKey(row.lender() + " " + channel))
                .collect(Collectors.joining(" "));
    }

    private static List<String> onDay(Days row) {
        return Stream.concat(
                        Stream.of("THIRD_PERSONS"),
                        Stream.of(row.borrower().split(" "))
                                .map(channel -> NEVER.getOrDefault(row.lender() + " " + channel, "THIRD_PERSONS")))
                .toList();
    }

    private static List<String> rules(AccountWorklist list) {
        return list.withheld().stream()
                .map(NotContacted::why)
                .map(Withheld::rule)
                .distinct()
                .toList();
    }

    private static String written(Days row) {
        LocalDate due = Cases.DUE;
        return row.stage() + " " + due.plusDays(row.since()) + " " + row.next() + " "
                + (row.next() == null ? null : due.plusDays(row.nextOn()));
    }

    private static String written(Position position) {
        return position.stage().name() + " " + position.since() + " "
                + (position.next() == null ? null : position.next().name()) + " " + position.nextOn();
    }

    static final String[] LENDERS = {"xiaohua", "xingtu-renxing", "huabei", "chengyi", "jinnong"};

    @ParameterizedTest
    @FieldSource("LENDERS")
    void an_account_that_is_written_off_has_a_stage_of_its_own_and_no_contacts(String lender) {
        AccountWorklist list = loan(lender, 1000)
                .entry("W", EntryType.WRITE_OFF, "2026-09-01", 1000_00, null)
                .on("2026-09-10")
                .orElseThrow();
        assertThat(list.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.position().stage().name()).isEqualTo("WRITTEN_OFF");
            assertThat(line.position().since()).isEqualTo("2026-09-01");
            assertThat(line.position().next()).isNull();
            assertThat(line.reachable().type()).isEqualTo(PartyType.BORROWER);
        });
    }
}
