package io.arrears.bureau.pboc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.due.Lender;
import io.arrears.bureau.pboc.due.Line;
import io.arrears.bureau.pboc.due.Loan;
import io.arrears.bureau.pboc.due.Nights;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.xml.PbocXml;
import io.arrears.furnish.Decision;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PartyRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as they stand in the files of src/test/resources/golden/pboc, each of which was reviewed by eye. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/pboc");

    /** Three instalments of 1000.50 yuan and 8.80 interest; a guarantor's share in another's loan is told with its opening. */
    private static Loan three() {
        return Loan.loan()
                .matures("2026-04-10")
                .due(1, "2026-02-10", 100_050, 880)
                .due(2, "2026-03-10", 100_050, 880)
                .due(3, "2026-04-10", 100_050, 880);
    }

    private static Loan person() {
        return three().ofPerson("customer_type", "11", "2026-01-05")
                .ofPerson("sex", "1", "2026-01-05")
                .ofPerson("nationality", "CHN", "2026-01-05")
                .ofPerson("marital_status", "10", "2026-01-05")
                .ofPerson("education", "20", "2026-01-05")
                .ofPerson("degree", "4", "2026-01-05")
                .ofPerson("employment_status", "11", "2026-01-05")
                .ofPerson("employer_name", "测试公司", "2026-01-05")
                .ofPerson("residence_status", "1", "2026-01-05")
                .ofPerson("mail_address", "上海市测试路一号", "2026-01-05")
                .ofPerson("mail_postal_code", "200000", "2026-01-05")
                .ofPerson("marital_status", "20", "2026-02-20");
    }

    private static final Map<String, Loan> LOANS = Map.ofEntries(
            Map.entry("210-10", three().liable(PartyRole.CO_BORROWER, 100_000, "2026-01-05")),
            Map.entry("210-20", three().paid("a", "2026-03-20", 302_790)),
            Map.entry("210-30", three()),
            Map.entry("210-31", three().known("2026-02-20")),
            Map.entry("210-32", three().paid("a", "2026-03-31", 302_790)),
            Map.entry("210-40", three().paid("a", "2026-03-05", 100_930)),
            Map.entry("212-H", three().heard("2026-03-20").paid("a", "2026-02-10", 100_930)),
            Map.entry("213-H", three().heard("2026-03-20").paid("a", "2026-02-20", 302_790)),
            Map.entry("214", three().fact("furnish_block", "yes", "2026-03-20")),
            Map.entry("110-10", person()),
            Map.entry("110-20", person()));

    /** 1000 drawn of 1000 and asked for in parts; paid up, another limit, ended on 15 April. */
    private static Line line() {
        return Line.of("""
                d1 draw 01-05 1000
                s1 bill 01-31 02-20 100/15 1000
                s2 bill 02-28 03-20 90/20 1000
                p1 pay 03-05 225
                s3 bill 03-31 04-20 81/9 810
                l1 LIMIT_CHANGE 04-01 2500
                p2 pay 04-10 819
                e1 LINE_END 04-15
                """);
    }

    /** A higher limit from 1 April on, heard of on the 10th. */
    private static Line relimited() {
        return Line.of("""
                d1 draw 01-05 1000
                l1 LIMIT_CHANGE 04-01 2500
                l2 LIMIT_CHANGE 04-01 3000 @04-10T09
                """);
    }

    /** Golden file, and whose it is. */
    private static final Map<String, Supplier<Nights>> UNDER_LINES = Map.ofEntries(
            Map.entry("210-10-R1", () -> line().nights(Lender.PLAIN)),
            Map.entry("210-30-R1", () -> line().nights(Lender.PLAIN)),
            Map.entry("210-40-R1", () -> line().nights(Lender.PLAIN)),
            Map.entry("210-20-R1", () -> line().nights(Lender.PLAIN)),
            Map.entry("212-C-R1", () -> line().nights(Lender.PLAIN)),
            Map.entry("210-10-R4", () -> Nights.of(Lender.PLAIN, three().drawnUnder("HB77"))),
            Map.entry("210-30-R4", () -> Nights.of(Lender.PLAIN, three().drawnUnder("HB77"))),
            Map.entry("220-10", () -> line().nights(Lender.PLAIN)),
            Map.entry("220-30", () -> line().nights(Lender.PLAIN)),
            Map.entry("220-20", () -> line().nights(Lender.PLAIN)),
            Map.entry("222-D", () -> relimited().nights(Lender.PLAIN)));

    static final List<String> UNDER_LINES_NAMES = List.copyOf(new TreeSet<>(UNDER_LINES.keySet()));

    private static List<Decision.Report> reported(Loan loan, String until) {
        return reported(Nights.of(Lender.PLAIN, loan), until);
    }

    private static List<Decision.Report> reported(Nights nights, String until) {
        List<Decision.Report> reported = new ArrayList<>();
        LocalDate last = LocalDate.parse(until);
        for (LocalDate night = LocalDate.of(2026, 1, 1); !night.isAfter(last); night = night.plusDays(1)) {
            for (Decision decision : nights.run(night)) {
                if (decision instanceof Decision.Report furnished) {
                    reported.add(furnished);
                } else if (!Nights.isInOrder(decision)) {
                    assertThat(decision).isInstanceOf(Decision.Exclusion.class);
                }
            }
        }
        return reported;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "210-10", "210-20", "210-30", "210-31", "210-32", "210-40", "212-H", "213-H", "214", "110-10", "110-20"
            })
    void the_first_record_of_its_kind_is_the_golden_one(String kind) throws IOException {
        Loan loan = LOANS.get(kind);
        String said = kind.replace('-', '/');
        String line = reported(loan, "2026-04-02").stream()
                .filter(record -> !kind.equals("210-30") || record.reportedOn().equals(LocalDate.of(2026, 3, 31)))
                .filter(record -> Nights.words(record).split(" ")[0].equals(said))
                .findFirst()
                .orElseThrow()
                .line();
        assertGolden(kind + ".txt", List.of(line));
    }

    @ParameterizedTest
    @FieldSource("UNDER_LINES_NAMES")
    void the_record_of_a_line_or_of_a_draw_is_the_golden_one(String kind) throws IOException {
        String said = kind.replaceAll("-R\\d$", "").replace('-', '/');
        List<Decision.Report> all =
                reported(Objects.requireNonNull(UNDER_LINES.get(kind)).get(), "2026-05-02");
        String line = all.stream()
                .filter(record -> !said.equals("210/30") || record.reportedOn().isAfter(LocalDate.of(2026, 2, 1)))
                .filter(record -> Nights.words(record).split(" ")[0].equals(said))
                .findFirst()
                .orElseThrow()
                .line();
        assertGolden(kind + ".txt", List.of(line));
    }

    /**
     * Instalments of 1008.80 on the 30th of each month. January and February paid; March to May paid up on 12 June; none since, so
     * that from 12 August on all seven left are due three months later; written off on 18 November; 3000.00 paid and the rest let
     * off on 15 December.
     */
    private static Loan year() {
        Loan loan = Loan.loan().matures("2026-12-30");
        List<String> due = List.of(
                "2026-01-30",
                "2026-02-28",
                "2026-03-30",
                "2026-04-30",
                "2026-05-30",
                "2026-06-30",
                "2026-07-30",
                "2026-08-30",
                "2026-09-30",
                "2026-10-30",
                "2026-11-30",
                "2026-12-30",
                "2027-01-30",
                "2027-02-28",
                "2027-03-30");
        for (int number = 1; number <= 12; number++) {
            loan.due(1, number, due.get(number - 1), 100_000, 880);
        }
        for (int number = 6; number <= 12; number++) {
            loan.due(2, number, due.get(number + 2), 100_000, 880);
        }
        return loan.paid("jan", "2026-01-30", 100_880)
                .paid("feb", "2026-02-28", 100_880)
                .paid("jun", "2026-06-12", 302_640)
                .agreed(AgreementType.EXTENSION, "extended", "2026-08-12", 2)
                .entry(EntryType.WRITE_OFF, "off", "2026-11-18", 700_000)
                .agreed(AgreementType.SETTLEMENT, "settled", "2026-12-15", null)
                .paid("dec", "2026-12-15", 300_000)
                .waived("rest", "2026-12-15", 406_160);
    }

    /** What each line says, and why, stands in year.md. */
    @Test
    void a_year_in_the_life_of_a_loan() throws IOException {
        List<Decision.Report> reported = reported(year(), "2027-03-02");
        assertGolden("year.txt", reported.stream().map(Decision.Report::line).toList());
    }

    @Test
    void what_was_written_reads_back_as_it_was() throws IOException {
        List<Path> written;
        try (Stream<Path> files = Files.list(GOLDEN)) {
            written = files.filter(file -> file.getFileName().toString().matches("(\\d{3}(-.*)?|year)\\.txt"))
                    .toList();
        }
        assertThat(written).hasSize(LOANS.size() + UNDER_LINES.size() + 1);
        for (Path file : written) {
            for (String line : Files.readAllLines(file, UTF_8)) {
                PbocRecord record = PbocXml.parse(line).record();
                assertThat(record == null ? "" : PbocXml.line(record))
                        .as(file.toString())
                        .isEqualTo(line);
            }
        }
    }

    /** What differs is left beside the build's other results, for the eye that compares. */
    private static void assertGolden(String name, List<String> lines) throws IOException {
        Path golden = GOLDEN.resolve(name);
        List<String> expected = Files.exists(golden) ? Files.readAllLines(golden, UTF_8) : List.of();
        if (!expected.equals(lines)) {
            Path actual = Files.createDirectories(Path.of("target/golden")).resolve(name);
            Files.writeString(actual, String.join("\n", lines) + "\n");
        }
        assertThat(lines).isEqualTo(expected);
    }
}
