package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delivery.ImportRequest;
import io.arrears.store.Databases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** A name, an identity number or a telephone in any place of a delivery stands in no message, log, list, page, event or table of them. */
class PlantedPersonTest {

    /** Written in two scripts; the last two are a resident's number and a mobile one. */
    private static final List<String> PERSON =
            List.of("王小明明", "Wang Xiaoming", "wangxiaoming", "110105198709233017", "13912345678");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_planted_anywhere_in_a_delivery_is_shown_nowhere(Databases kind) throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        List<String> told = new ArrayList<>();
        try {
            Portfolio lender = SharedBook.alone(kind).lender();
            lender.loan("A", "2026-01-01", "2026-02-01").deliver();
            for (Map<String, String> delivery : deliveries(lender)) {
                told.add(run(lender.book, delivery));
            }
            lender.book.later(1);
            Nights.Outcome night = lender.run("2026-02-20");

            assertThat(told).anyMatch(message -> message.contains("the first line is no header"));
            assertThat(lender.book.jdbc.queryForList(
                            "SELECT handle FROM contact_attempts WHERE handle IS NOT NULL UNION ALL"
                                    + " SELECT handle FROM stops WHERE handle IS NOT NULL",
                            String.class))
                    .as("good rows are loaded with theirs")
                    .contains("13912345678")
                    .hasSize(4);
            assertThat(Files.readString(night.folder().resolve("review.csv"))).contains("OPEN_REJECT");
            assertThat(String.join("\n", told)).as("messages").doesNotContain(PERSON);
            assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(PlantedPersonTest::isPerson);
            assertThat(files(lender.book.settings.home().root())).noneMatch(PlantedPersonTest::isPerson);
            assertThat(messages(lender.book)).isNotEmpty().noneMatch(PlantedPersonTest::isPerson);
        } finally {
            root.detachAppender(log);
        }
    }

    /** Each is refused for what stands in one place, but the last: its good rows load, and each of the others has its place. */
    private static List<Map<String, String>> deliveries(Portfolio lender) {
        String all = String.join(",", PERSON);
        List<Map<String, String>> deliveries = new ArrayList<>(List.of(
                Map.of("borrowers.csv", "B1," + all + "\n"),
                Map.of("borrowers.csv", TwoAccounts.BORROWERS + "," + all + "\n"),
                Map.of("control.csv", all + "\n"),
                Map.of("control.csv", "business_date," + all + "\n"),
                PERSON.stream().collect(Collectors.toMap(name -> name + ".csv", name -> TwoAccounts.ENTRIES)),
                PERSON.stream().collect(Collectors.toMap(name -> name + ".CSV", name -> TwoAccounts.ENTRIES))));
        List<String> controls = List.of(
                "%s,entries,1,1,,,,,,",
                "2026-02-01,%s,1,1,,,,,,",
                "2026-02-01,entries,%sx,1,,,,,,",
                "2026-02-01,entries,1,%sx,,,,,,",
                "2026-02-01,,,,%s!,cash,EUR,1,1,1",
                "2026-02-01,,,,north,cash,%s,1,1,1",
                "2026-02-01,,,,north,cash,EUR,1,%sx,1");
        String header = "business_date,feed,rows,amount,lender,product,currency,open_accounts,principal,overdue\n";
        for (int i = 0; i < controls.size(); i++) {
            String planted = PERSON.get(i % PERSON.size());
            deliveries.add(Map.of("control.csv", header + controls.get(i).formatted(planted) + "\n"));
        }
        deliveries.add(rows(lender));
        return deliveries;
    }

    private static Map<String, String> rows(Portfolio lender) {
        String account = lender.id("A");
        StringBuilder borrowers = new StringBuilder(TwoAccounts.BORROWERS + "\n");
        StringBuilder accounts = new StringBuilder(TwoAccounts.ACCOUNTS + ",annual_rate,kind,line_id\n");
        StringBuilder entries =
                new StringBuilder("entry_id,account_id,type,value_on,posted_at,amount,reverses,principal,paid_by\n");
        StringBuilder facts = new StringBuilder("fact_id,bureau,account_id,key,value,effective_on,posted_at\n");
        StringBuilder contacts = new StringBuilder("contact_id,account_id,name,relation,phone,source,relation_class\n");
        StringBuilder attempts =
                new StringBuilder("attempt_id,account_id,contact_id,channel,attempted_at,outcome,party,party_id,"
                        + "handle_id,direction,people\n");
        StringBuilder stops = new StringBuilder(
                "stop_id,borrower_id,account_id,contact_id,channel,handle_id,kind,from_on,reference,posted_at\n");
        int row = 0;
        for (String planted : PERSON) {
            for (String contact : List.of("C%d,%s,%s,%3$s,%3$s,,", "C%d,%s,x,x,x,%s,", "C%d,%s,x,x,x,,%s")) {
                contacts.append((contact + "\n").formatted(++row, account, planted));
            }
            for (String attempt : List.of(
                    "T%d,%s,,%s,2026-02-01T10:00:00Z,%3$s,,,%3$s,,",
                    "T%d,%s,%s,x,2026-02-01T10:00:00Z,x,,,,,",
                    "T%d,%s,,x,2026-02-01T10:00:00Z,x,%s,,,,",
                    "T%d,%s,,x,2026-02-01T10:00:00Z,x,,%s,,,",
                    "T%d,%s,,x,2026-02-01T10:00:00Z,x,,,,%s,",
                    "T%d,%s,,x,2026-02-01T10:00:00Z,x,,,,,%s",
                    "T%d,%s,,x,2026-02-01T10:00:00Z,x,,,%3$s%3$s%3$s%3$s%3$s%3$s%3$s%3$s,,")) {
                attempts.append((attempt + "\n").formatted(++row, account, planted));
            }
            for (String stop : List.of(
                    "S%d,%s,,,%s,%3$s,%3$s,2026-02-01,%3$s,2026-02-01T10:00:00Z",
                    "S%d,%3$s,,,,,x,2026-02-01,,2026-02-01T10:00:00Z",
                    "S%d,%s,,%s,,,x,2026-02-01,,2026-02-01T10:00:00Z",
                    "S%d,%s,,,,,x,%s,,2026-02-01T10:00:00Z")) {
                stops.append((stop + "\n").formatted(++row, lender.id("BA"), planted));
            }
            for (String entry : List.of(
                    "%s,ACCOUNT,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,x,,,",
                    "P,%s,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,1,,,",
                    "P,ACCOUNT,REVERSAL,2026-02-01,2026-02-01T10:00:00Z,x,%s,,",
                    "P,ACCOUNT,%s,2026-02-01,2026-02-01T10:00:00Z,1,,,",
                    "P,ACCOUNT,REPAYMENT,%s,2026-02-01T10:00:00Z,1,,,",
                    "P,ACCOUNT,REPAYMENT,2026-02-01,%s,1,,,",
                    "P,ACCOUNT,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,%s,,1,",
                    "P,ACCOUNT,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,1,,%s,",
                    "P,ACCOUNT,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,1,,,%s")) {
                entries.append(entry.replaceFirst("P,", "P" + ++row + ",")
                                .replace("ACCOUNT", account)
                                .formatted(planted))
                        .append('\n');
            }
            for (String loan : List.of(
                    "ACCOUNT,LENDER," + planted.repeat(20) + ",B,2026-01-01,EUR,1,1,MONTHLY,,,",
                    "ACCOUNT,%s!,cash,B,2026-01-01,EUR,1,1,MONTHLY,,,",
                    "ACCOUNT,LENDER,cash,%s,2026-01-01,EUR,1,1,MONTHLY,,,",
                    "ACCOUNT,LENDER,cash,B,%s,EUR,1,1,MONTHLY,,,",
                    "ACCOUNT,LENDER,cash,B,2026-01-01,%s,1,1,MONTHLY,,,",
                    "ACCOUNT,LENDER,cash,B,2026-01-01,EUR,1,%s,MONTHLY,,,",
                    "ACCOUNT,LENDER,cash,B,2026-01-01,EUR,1,1,MONTHLY,%s,,",
                    "ACCOUNT,LENDER,cash,B,2026-01-01,EUR,1,1,MONTHLY,,%s,",
                    "%s,LENDER,cash,B,2026-01-01,EUR,1,1,MONTHLY,,,")) {
                accounts.append(loan.replace("ACCOUNT", account + ++row)
                                .replace("LENDER", lender.name)
                                .formatted(planted))
                        .append('\n');
            }
            borrowers.append("B7,x,y,z,1,%1$s\n%1$s,%1$s,y,z,1,Q\n".formatted(planted));
            facts.append("F%d,pboc,%s,%s,x,2026-02-01,2026-02-01T10:00:00Z\n".formatted(++row, account, planted));
            facts.append("F%d,%s!,%s,x,x,2026-02-01,2026-02-01T10:00:00Z\n".formatted(++row, planted, account));
        }
        return Map.of(
                "borrowers.csv", borrowers.toString(),
                "accounts.csv", accounts.toString(),
                "entries.csv", entries.toString(),
                "bureau_facts.csv", facts.toString(),
                "contacts.csv", contacts.toString(),
                "contact_attempts.csv", attempts.toString(),
                "stops.csv", stops.toString());
    }

    private int deliveries;

    /** What its user is told. */
    private String run(Book book, Map<String, String> files) throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("delivery-" + ++deliveries));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(delivery.resolve(file.getKey()), file.getValue());
        }
        try {
            return book.application
                    .imports()
                    .run(new ImportRequest(delivery, new BigDecimal(100), false, Set.of(), "tester"))
                    .message();
        } catch (Refused e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static boolean isPerson(String text) {
        return PERSON.stream().anyMatch(text::contains);
    }

    /** Every file but the database, each with its name. */
    private static List<String> files(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            List<String> texts = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("db")))
                    .toList()) {
                texts.add(file + "\n" + new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return texts;
        }
    }

    private static List<String> messages(Book book) {
        return Stream.of(
                        "SELECT source, message FROM imports",
                        "SELECT message, policy FROM runs",
                        "SELECT masked_value, reason FROM rejects",
                        "SELECT event, lender FROM audit_event",
                        "SELECT lender, lender FROM lenders",
                        "SELECT exit_message, exit_code FROM BATCH_JOB_EXECUTION",
                        "SELECT exit_message, exit_code FROM BATCH_STEP_EXECUTION",
                        "SELECT short_context, serialized_context FROM BATCH_STEP_EXECUTION_CONTEXT",
                        "SELECT parameter_name, parameter_value FROM BATCH_JOB_EXECUTION_PARAMS")
                .flatMap(sql -> book.jdbc.query(sql, (row, i) -> row.getString(1) + "\n" + row.getString(2)).stream())
                .toList();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void a_link_a_folder_or_a_pipe_in_a_delivery_is_refused_and_not_opened() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "root:hunter2:0:0\n");
        Portfolio lender = SharedBook.on(Databases.H2).lender();
        for (String name : List.of("entries.csv", "control.csv")) {
            Path linked = Files.createDirectories(folder.resolve("linked-" + name));
            Files.createSymbolicLink(linked.resolve(name), secret);
            Path nested = Files.createDirectories(folder.resolve("nested-" + name));
            Files.createDirectories(nested.resolve(name));
            Path piped = Files.createDirectories(folder.resolve("piped-" + name));
            Process mkfifo = new ProcessBuilder("mkfifo", piped.resolve(name).toString()).start();
            assertThat(mkfifo.waitFor()).isZero();
            for (Path delivery : List.of(linked, nested, piped)) {
                assertThatThrownBy(() -> lender.book.application.imports().run(ImportRequest.of(delivery, "tester")))
                        .isInstanceOfSatisfying(
                                Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                        .hasMessage(
                                delivery.resolve(name)
                                        + ": a link, a folder or a device, not a file; nothing was loaded. Put the file itself there");
            }
        }
    }
}
