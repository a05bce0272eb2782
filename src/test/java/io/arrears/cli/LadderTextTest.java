package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.batch.Application;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.ops.Explanations.Explained;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of an explanation that says who is contacted, worked out by hand from the ladder and the feeds below. */
class LadderTextTest {

    private static final String LADDER = """
            law: cn
            ladder:
              stages:
                - stage: EARLY
                  from: 3
                  borrower: {APP: early}
                - stage: MIDDLE
                  from: 14
                  otherwise: [{at-least: {CNY: 1000}, from: 7}]
                  borrower: {APP: middle, CALL: middle-call}
                - stage: LATE
                  from: 31
                  borrower: {APP: late}
            furnish:""";

    @TempDir
    Path folder;

    private Application application;

    @BeforeEach
    void load() throws IOException {
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        Files.writeString(
                ledger.resolve("borrowers.csv"), "borrower_id,full_name,id_type,id_number,country\nB1,Nobody,X,1,CN\n");
        Files.writeString(
                ledger.resolve("accounts.csv"),
                "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency\n"
                        + "A1,harbour,cash-loan,B1,2026-01-10,CNY,1000,1,MONTHLY\n");
        Files.writeString(
                ledger.resolve("instalments.csv"),
                "account_id,schedule_version,number,due_on,principal,interest\nA1,1,1,2026-03-01,1000,30\n");
        Home home = new Home(folder.resolve("home"));
        application = Application.open(
                new Settings(home, jobs(), DatabaseSettings.embedded(home.database())), Clock.systemUTC());
        assertThat(application.imports().run(ImportRequest.of(ledger, "tester")).exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    private Path jobs() throws IOException {
        Path jobs = folder.resolve("jobs");
        try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
            for (Path file : files.toList()) {
                Files.copy(file, jobs.resolve(Path.of("jobs").relativize(file)));
            }
        }
        Path lender = jobs.resolve("lenders/harbour.yaml");
        String text = Files.readString(lender);
        assertThat(text).contains("# Who is contacted");
        Files.writeString(lender, text.replaceFirst("(?s)# Who is contacted.*furnish:", LADDER));
        return jobs;
    }

    @AfterEach
    void close() {
        application.close();
    }

    private Explained explained(String asOf) {
        return application.explanations().explain("A1", LocalDate.parse(asOf), Instant.parse("2026-07-01T00:00:00Z"));
    }

    private List<String> page(String asOf) throws IOException {
        Explained explained = explained(asOf);
        StringWriter page = new StringWriter();
        ExplainText.print(explained, application.ladders().of(explained).orElse(null), new PrintWriter(page));
        return page.toString()
                .lines()
                .dropWhile(line -> !line.equals("Who is contacted about it"))
                .toList();
    }

    @Test
    void the_page_tells_stage_since_why_and_whom() throws IOException {
        assertThat(page("2026-03-11"))
                .containsExactly(
                        "Who is contacted about it",
                        "  stage             MIDDLE since 2026-03-08 (L21)",
                        "  because           10 days past due, from 7 on for 1030.00 overdue, at or above 1000.00"
                                + " (otherwise from 14) (L20)",
                        "  next stage        LATE on 2026-04-01 by days alone",
                        "  contacted         BORROWER B1 by APP (middle, FULL) from 2026-03-12T08:00:00+08:00 to"
                                + " 2026-03-12T22:00:00+08:00, decided by ladder.MIDDLE#金融机构个人消费类贷款催收工作指引(试行) clause unconfirmed",
                        "  withheld          BORROWER B1 by CALL: ATTEMPTS_UNKNOWN, policy attempts (contact_attempts),"
                                + " with no known end",
                        "                    if no other account of the person comes first, which a night's list says (L7)");
        assertThat(page("2026-03-02"))
                .containsExactly(
                        "Who is contacted about it",
                        "  stage             none: 1 reported as past due, below the ladder's first stage (L20)");
        assertThat(page("2026-02-20")).as("nothing is overdue").isEmpty();
    }

    @Test
    void the_json_tells_the_same() throws IOException {
        Explained explained = explained("2026-03-11");
        OnLadder on = application.ladders().of(explained).orElseThrow();
        JsonNode ladder =
                JsonMapper.shared().readTree(ExplainJson.of(explained, on)).get("ladder");
        assertThat(ladder.get("stage").asString()).isEqualTo("MIDDLE");
        assertThat(ladder.get("stage_since").asString()).isEqualTo("2026-03-08");
        assertThat(ladder.get("next_stage_on").asString()).isEqualTo("2026-04-01");
        assertThat(ladder.at("/worklist/0/not_after").asString()).isEqualTo("2026-03-12T22:00:00+08:00");
        assertThat(ladder.at("/withheld/0/rule").asString()).isEqualTo("ATTEMPTS_UNKNOWN");
        assertThat(ladder.at("/withheld/0/instrument").asString()).isEqualTo("policy");
        assertThat(JsonMapper.shared().readTree(ExplainJson.of(explained, null)).has("ladder"))
                .isFalse();
    }
}
