package io.arrears.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policies;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Timeline;
import io.arrears.ladder.law.Content;
import io.arrears.ladder.law.Law;
import io.arrears.ladder.law.Limit;
import io.arrears.ladder.law.Limits;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.stage.Ladder;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import io.arrears.lender.ContactPolicy;
import io.arrears.lender.LenderFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every list, whatever is known of an account; a failure names the seed that made it. */
class WorklistPropertiesTest {

    private static final int CASES = 3000;
    private static final String[] LENDERS = {"xiaohua", "xingtu-renxing", "huabei", "chengyi", "jinnong"};
    private static final String[] OUTCOMES = {
        "ANSWERED",
        "CONVERSATION",
        "WRONG_PERSON",
        "REFUSED",
        "UNANSWERED",
        "UNANSWERED",
        "UNANSWERED",
        "VOICEMAIL",
        "BUSY",
        "INVALID_NUMBER",
        "SENT",
        "NOT_DELIVERED",
        "MAYBE"
    };
    private static final String[] STOPS = {
        "DECEASED",
        "INCAPABLE",
        "ATTORNEY",
        "COMPLAINT",
        "MORATORIUM",
        "HARDSHIP",
        "REFUSED",
        "MEDIUM_OPTED_OUT",
        "OTHER"
    };
    private static final List<ContactPolicy> LADDERS = Arrays.stream(LENDERS)
            .map(lender -> LenderFile.load(Path.of("jobs"), "example-" + lender).contacts())
            .toList();
    private static final Law US = Cases.law("jobs/law/us.yaml");

    /** One account and night of chance. */
    private static final class Chance {
        private final Random random;
        private final Cases loan;
        private final Policy policy;
        private final Ladder ladder;
        private final Law law;
        private final LocalDate asOf;

        Chance(long seed) {
            random = new Random(seed);
            ContactPolicy contacts = LADDERS.get(random.nextInt(LADDERS.size()));
            ladder = contacts.ladder();
            law = random.nextInt(3) == 0 ? US : contacts.law();
            policy = Policies.policy()
                    .grace(random.nextInt(3) * 2, Policy.GraceMode.values()[random.nextInt(2)])
                    .build();
            asOf = LocalDate.of(2026, 6, 25).plusDays(random.nextInt(130));
            loan = Cases.loan((1 + random.nextInt(8000)) * 100L)
                    .on(ladder)
                    .under(law)
                    .by(policy);
            addMoney();
            addPeople();
            addLog();
            addFailures();
            addRest();
        }

        private String day() {
            return asOf.plusDays(2 - random.nextInt(40)).toString();
        }

        private boolean one(int of) {
            return random.nextInt(of) == 0;
        }

        private void addMoney() {
            if (one(2)) {
                loan.due(1, 2, "07-30", 500_00);
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                loan.paid("E" + i, day(), (1 + random.nextInt(900)) * 100L);
            }
            if (one(15)) {
                loan.entry("W", EntryType.WRITE_OFF, day(), 100, null);
            }
            if (one(6)) {
                loan.due(2, 1, "06-30", 300_00)
                        .due(2, 2, asOf.plusDays(5).toString(), 700_00)
                        .agreed(AgreementType.INSTALMENT_PLAN, day(), 2);
            }
        }

        private void addPeople() {
            for (PartyType type : List.of(PartyType.CO_BORROWER, PartyType.GUARANTOR)) {
                if (one(2)) {
                    loan.party(
                            type,
                            type.name(),
                            one(4) ? "900" : "30" + type.ordinal(),
                            100_00L,
                            "01-01",
                            one(3) ? day() : null);
                }
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                loan.contact("C" + (9 - i), one(8) ? "100" : "90" + i, one(6) ? null : "DEBTOR", one(8) ? "C" : null);
            }
            loan.phone(one(10) ? null : "100");
        }

        private void addLog() {
            String[][] people = {{"PB1", "100"}, {"PB1", "100"}, {"H901", "901"}, {"H902", "902"}, {"PGUARANTOR", "302"}
            };
            String[] channels = {"CALL", "CALL", "CALL", "SMS", "AUTO_CALL", "VISIT", "PIGEON"};
            for (int i = random.nextInt(12); i > 0; i--) {
                String[] who = people[random.nextInt(people.length)];
                LocalDate on = asOf.plusDays(1 - random.nextInt(8));
                String time =
                        on.toString().substring(5) + "T" + LocalTime.of(8 + random.nextInt(14), random.nextInt(60));
                loan.attempt(
                        who[0],
                        who[1],
                        channels[random.nextInt(channels.length)],
                        time,
                        OUTCOMES[random.nextInt(OUTCOMES.length)],
                        one(8));
            }
        }

        /** Often nobody answered last, so that contacts may be asked. */
        private void addFailures() {
            String on = asOf.toString().substring(5);
            if (one(2)) {
                loan.called("UNANSWERED", on + "T21:51", on + "T21:52", on + "T21:53");
            }
        }

        private void addRest() {
            if (one(5)) {
                loan.stop(
                        STOPS[random.nextInt(STOPS.length)],
                        one(3) ? "PGUARANTOR" : "PB1",
                        day(),
                        one(2) ? null : "2026-12-01");
            }
            if (one(8)) {
                loan.disputed(
                        asOf.minusDays(9).toString(),
                        one(2) ? null : asOf.plusDays(1).toString());
            }
            if (one(5)) {
                loan.promised(
                        asOf.minusDays(9).toString(),
                        asOf.plusDays(3 - random.nextInt(9)).toString(),
                        100_00L);
            }
            if (one(6)) {
                loan.withAgency("example-agency", day(), null);
            }
            if (one(6)) {
                loan.terms(
                        one(2) ? "hours=09:00-23:00; not=Sun,12:00-13:00; dials=9; visit=yes" : "never", day(), null);
                if (one(3)) {
                    loan.unproved();
                }
            }
            if (one(9)) {
                loan.rejected("stops 1");
            }
            if (one(9)) {
                loan.attemptsUnknown();
            }
            if (one(9)) {
                loan.unknownRejects();
            }
            if (one(20)) {
                loan.zones();
            }
            if (one(2)) {
                loan.generated(asOf.plusDays(1 + random.nextInt(3)).toString().substring(5) + "T"
                        + LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60)));
            }
        }
    }

    @Test
    void of_every_list() {
        int located = 0;
        int listed = 0;
        Set<String> rules = new HashSet<>();
        for (long seed = 1; seed <= CASES; seed++) {
            Chance chance = new Chance(seed);
            Optional<AccountWorklist> found = chance.loan.on(chance.asOf);
            String of = "seed " + seed;
            isComplete(chance, found, of);
            if (found.isPresent()) {
                AccountWorklist list = found.get();
                list.lines().forEach(line -> isWithinTheLaw(chance, line, of));
                areApart(list, of);
                list.withheld().forEach(row -> rules.add(row.why().rule()));
                located += list.lines().stream().anyMatch(Line::isLocate) ? 1 : 0;
                listed += list.lines().isEmpty() ? 0 : 1;
            }
        }
        assertThat(located).as("lists with a contact").isGreaterThan(CASES / 100);
        assertThat(listed).as("lists with a line").isGreaterThan(CASES / 5);
        assertThat(rules)
                .contains("THIRD_PERSONS", "OWN_NUMBER", "OBJECTED", "NO_SOURCE", "ONE_CONTACT_A_DAY", "ALREADY_ASKED")
                .contains(
                        "PLAN_KEPT", "PROMISE_OPEN", "DISPUTED", "OPEN_REJECTS", "ATTEMPTS_UNKNOWN", "UNKNOWN_REJECTS")
                .contains(
                        "NO_MANDATE",
                        "WITH_AGENCY",
                        "NO_HANDLE",
                        "INVALID_NUMBER",
                        "ZONE_UNKNOWN",
                        "EVERY",
                        "CONTACT_TERMS")
                .contains("TERMS_UNREADABLE", "NO_VISIT_CONSENT");
    }

    /** Reported overdue and open: a line, only withheld, or NO_STAGE; not reported overdue: at most a reminder. */
    private static void isComplete(Chance chance, Optional<AccountWorklist> found, String of) {
        Delinquency figures = Timeline.of(chance.loan.build().now(), chance.policy, chance.asOf)
                .figures();
        if (figures.reportedDpd() > 0) {
            AccountWorklist list = found.orElseThrow(() -> new AssertionError(of + " is overdue and has no row"));
            assertThat(list.lines().size() + list.withheld().size()).as(of).isPositive();
        } else {
            found.stream().flatMap(list -> list.lines().stream()).forEach(line -> assertThat(
                            line.position().stage().isReminder())
                    .as(of)
                    .isTrue());
        }
    }

    private static void isWithinTheLaw(Chance chance, Line line, String of) {
        if (line.reachable().type() == PartyType.CONTACT) {
            assertThat(line.content()).as(of).isEqualTo(Content.LOCATE);
            assertThat(chance.ladder.locateTemplates()).as(of).contains(line.template());
        }
        OffsetDateTime from = line.hours().from();
        OffsetDateTime to = line.hours().to();
        assertThat(from).as(of).isBefore(to);
        assertThat(line.hours().day()).as(of).isAfter(chance.asOf);
        assertThat(to.toInstant()).as(of).isAfter(chance.loan.night(chance.asOf).generatedAt());
        boolean isAgreed = line.reachable().type() == PartyType.BORROWER
                && chance.loan.build().now().agreements().stream()
                        .anyMatch(agreement -> agreement.type() == AgreementType.CONTACT_TERMS);
        for (Limits.Held<Limit.Window> rule : chance.law.on(line.hours().day()).of(Limit.Window.class)) {
            if (rule.limit().channels().contains(line.channel()) && !isAgreed) {
                assertThat(from.toLocalTime())
                        .as(of)
                        .isAfterOrEqualTo(rule.limit().from());
                assertThat(to.toLocalTime())
                        .as(of)
                        .isBeforeOrEqualTo(rule.limit().to());
            }
        }
    }

    /** Nobody is listed and withheld by one channel, nor twice, and one contact at most is asked. */
    private static void areApart(AccountWorklist list, String of) {
        Set<String> seen = new HashSet<>();
        Set<String> contacts = new HashSet<>();
        for (Line line : list.lines()) {
            assertThat(seen.add(line.reachable().id() + line.channel())).as(of).isTrue();
            if (line.reachable().type() == PartyType.CONTACT) {
                contacts.add(line.reachable().id());
            }
        }
        list.withheld().forEach(row -> assertThat(seen.add(row.partyId() + "" + row.channel()))
                .as(of)
                .isTrue());
        assertThat(contacts).as(of).hasSizeLessThan(2);
    }
}
