package io.arrears.ladder.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.setting.Setting;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is wrong with a ladder is told by file, line, key and what was expected, with exit code 2. */
class LadderKeysTest {

    /** Keys of a ladder from line 1 on; the line and the key that are told; what is told. */
    private record Wrong(String yaml, int line, String key, String told) {}

    private static final String STAGES = "stages: [{stage: A, from: 1, borrower: {SMS: t}}]";

    /** A stage in line 2 with these keys besides its name and its borrower. */
    private static Wrong stage(String keys, String key, String told) {
        return new Wrong("stages:\n- {stage: A, borrower: {SMS: t}, " + keys + "}", 2, key, told);
    }

    /** A stage from day 5 on in line 2, and another in line 3. */
    private static Wrong second(String keys, String told) {
        return new Wrong(
                "stages:\n- {stage: A, from: 5, borrower: {SMS: t}}\n- {borrower: {SMS: t}, " + keys + "}",
                3,
                "stages",
                told);
    }

    static final Wrong[] WRONG = {
        new Wrong("promise-days: 1", 1, "", "expected stages, which is missing"),
        new Wrong("stages: none", 1, "stages", "a list, found 'none'"),
        new Wrong("stages: []", 1, "", "a ladder has at least one stage"),
        new Wrong("promise-days: soon\n" + STAGES, 1, "promise-days", "a whole number from 0 to 99, found 'soon'"),
        new Wrong("promise-days: 100\n" + STAGES, 1, "promise-days", "a whole number from 0 to 99"),
        new Wrong("visit: home\n" + STAGES, 1, "visit", "one of consent, office"),
        new Wrong("agencies: north\n" + STAGES, 1, "agencies", "a list"),
        new Wrong("agencies: ['#1']\n" + STAGES, 1, "agencies", "a name of"),
        new Wrong("locate-templates: ask\nstages: []", 1, "locate-templates", "a list, found 'ask'"),
        new Wrong("locate-templates: ['!']\nstages: []", 1, "locate-templates", "a name of letters, digits"),
        new Wrong("stages: [{stage: A, from: 1, borrower: {SMS: t}}]\nstage: A", 2, "stage", "is no key here"),
        // A stage's name and beginning
        new Wrong("stages:\n- {from: 1, borrower: {SMS: t}}", 2, "stages", "expected stage, which is missing"),
        new Wrong(
                "stages:\n- {stage: early, from: 1}", 2, "stages.stage", "a name in capitals, digits and underscores"),
        new Wrong("stages:\n- {stage: LOCATE, from: 1}", 2, "stages.stage", "and not LOCATE"),
        stage("every: 1", "stages", "expected from, which is missing"),
        stage("from: 0", "stages.from", "days past due from 1, or days before a due date, such as -3, found '0'"),
        stage("from: -61", "stages.from", "a whole number from -60 to 9999"),
        stage("from: 10000", "stages.from", "a whole number from -60 to 9999"),
        stage("from: 1.5", "stages.from", "a whole number from -60 to 9999"),
        stage("from: 1, until: 5", "stages.until", "is no key here"),
        second("stage: A, from: 9", "A stands here twice"),
        second("stage: B, from: 5", "stages stand in their order: B begins on day 5, A before it on day 5"),
        second("stage: B, from: 4", "stages stand in their order: B begins on day 4, A before it on day 5"),
        second("stage: B, from: -3", "stages stand in their order: B begins on day -3, A before it on day 5"),
        new Wrong(
                "stages:\n- {stage: A, from: 1, charged-off: true, borrower: {SMS: t}}\n- {stage: B, from: 5, borrower: {SMS: t}}",
                3,
                "stages",
                "stages for accounts that are written off stand last: B stands behind A"),
        new Wrong(
                "stages:\n- {stage: A, from: 9, charged-off: true, borrower: {SMS: t}}\n"
                        + "- {stage: B, from: 5, charged-off: true, borrower: {SMS: t}}",
                3,
                "stages",
                "stages stand in their order"),
        stage("from: 1, charged-off: yes", "stages.charged-off", "true or false, found 'yes'"),
        stage("from: -3, charged-off: true", "stages.from", "days past due from 1, since a written-off account"),
        // Other beginnings
        stage("from: 7, otherwise: 5", "stages.otherwise", "a list, found '5'"),
        stage("from: 7, otherwise: [{episodes: 1}]", "stages.otherwise", "expected from, which is missing"),
        stage("from: 7, otherwise: [{from: 5}]", "stages.otherwise", "expected at-least, below, episodes or products"),
        stage("from: 7, otherwise: [{from: 0, episodes: 1}]", "stages.otherwise.from", "days past due from 1"),
        stage(
                "from: 7, otherwise: [{from: -5, episodes: 1}]",
                "stages.otherwise.from",
                "the same side of the due date"),
        stage(
                "from: -3, otherwise: [{from: 5, episodes: 1}]",
                "stages.otherwise.from",
                "the same side of the due date"),
        stage("from: 7, otherwise: [{from: 5, episodes: 0}]", "stages.otherwise.episodes", "from 1 to 999, found '0'"),
        stage("from: 7, otherwise: [{from: 5, products: car}]", "stages.otherwise.products", "a list, found 'car'"),
        stage("from: 7, otherwise: [{from: 5, at-least: 500}]", "stages.otherwise.at-least", "a block of keys"),
        stage("from: 7, otherwise: [{from: 5, at-least: {YUAN: 1}}]", "stages.otherwise.at-least.YUAN", "no ISO 4217"),
        stage("from: 7, otherwise: [{from: 5, below: {JPY: 0.5}}]", "stages.otherwise.below.JPY", "decimals of JPY"),
        stage(
                "from: 7, otherwise: [{from: 5, below: {CNY: -5}}]",
                "stages.otherwise.below.CNY",
                "an amount such as 5000"),
        stage("from: 7, otherwise: [{from: 5, episodes: 1, amount: 5}]", "stages.otherwise.amount", "is no key here"),
        // Who and how
        new Wrong("stages:\n- {stage: A, from: 1}", 2, "stages", "expected borrower, with a channel"),
        new Wrong("stages:\n- {stage: A, from: 1, borrower: {}}", 2, "stages", "expected borrower, with a channel"),
        new Wrong(
                "stages:\n- {stage: A, from: 1, borrower: SMS}", 2, "stages.borrower", "a block of keys, found 'SMS'"),
        new Wrong(
                "stages:\n- {stage: A, from: 1, borrower: {FAX: t}}",
                2,
                "stages.borrower.FAX",
                "is no channel; there is"),
        new Wrong(
                "stages:\n- {stage: A, from: 1, borrower: {sms: t}}",
                2,
                "stages.borrower.sms",
                "is no channel; there is"),
        new Wrong(
                "stages:\n- {stage: A, from: 1, borrower: {SMS: '#'}}", 2, "stages.borrower.SMS", "a name of letters"),
        stage("from: 1, co-borrower: {FAX: t}", "stages.co-borrower.FAX", "is no channel"),
        stage("from: 1, guarantor: [SMS]", "stages.guarantor", "a block of keys, found a list"),
        stage("from: 1, contact: {VISIT: ask}", "stages.contact.VISIT", "a contact is never reached by VISIT"),
        stage("from: 1, contact: {LETTER: ask}", "stages.contact.LETTER", "a contact is never reached by LETTER"),
        stage("from: 1, contact: {AGENCY: ask}", "stages.contact.AGENCY", "a contact is never reached by AGENCY"),
        stage("from: 1, contact: {LEGAL: ask}", "stages.contact.LEGAL", "a contact is never reached by LEGAL"),
        stage("from: 1, contact: {CALL: t}", "stages.contact.CALL", "one of the ladder's locate-templates"),
        stage("from: -3, contact: {CALL: ask}", "stages.contact", "no contact is asked before a due date"),
        // How often, and what is offered
        stage("from: 1, every: 0", "stages.every", "a whole number from 1 to 99, found '0'"),
        stage("from: 1, at-most: -1", "stages.at-most", "a whole number from 0 to 999"),
        stage("from: 1, offers: GRACE", "stages.offers", "a list, found 'GRACE'"),
        stage("from: 1, offers: [DISCOUNT]", "stages.offers", "EXTENSION, INSTALMENTS, GRACE or WAIVE<=50.00"),
        stage("from: 1, offers: [WAIVE]", "stages.offers", "WAIVE<=50.00, found 'WAIVE'"),
        stage("from: 1, offers: ['WAIVE<=-1']", "stages.offers", "WAIVE<=50.00"),
        stage("from: 1, offers: [REPORT_TO_BUREAU]", "stages.offers", "EXTENSION, INSTALMENTS, GRACE or"),
    };

    @ParameterizedTest
    @FieldSource("WRONG")
    void a_wrong_value_is_told_by_file_line_and_key(Wrong wrong) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> LadderFile.read(Setting.parse("ladder.yaml", wrong.yaml())));
        String key = wrong.key().isEmpty() ? "" : wrong.key() + ": ";
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused)
                .hasMessageStartingWith("ladder.yaml:" + wrong.line() + ": " + key)
                .hasMessageContaining(wrong.told());
    }

    @Test
    void every_key_of_a_ladder_stands_in_the_table() {
        Set<String> keys = Arrays.stream(WRONG)
                .flatMap(wrong -> Arrays.stream(wrong.key().split("\\.")))
                .collect(Collectors.toSet());
        assertThat(keys)
                .contains(
                        "promise-days", "visit", "agencies", "locate-templates", "stages", "stage", "from", "otherwise")
                .contains(
                        "charged-off", "borrower", "co-borrower", "guarantor", "contact", "every", "at-most", "offers")
                .contains("at-least", "below", "episodes", "products");
    }

    @Test
    void an_empty_ladder_is_none() {
        assertThat(LadderFile.read(Setting.parse("ladder.yaml", "{}"))).isNull();
    }

    @Test
    void what_is_not_said_has_a_default() {
        Ladder ladder =
                LadderFile.read(Setting.parse("ladder.yaml", "stages: [{stage: A, from: 1, borrower: {SMS: due}}]"));
        assertThat(ladder).isNotNull();
        assertThat(ladder.promiseDays()).isEqualTo(1);
        assertThat(ladder.eraseContactsAfter()).isEqualTo(30);
        assertThat(ladder.visitsAtOffice()).isFalse();
        assertThat(ladder.agencies()).isEmpty();
        assertThat(ladder.stages()).hasSize(1).first().satisfies(stage -> {
            assertThat(stage.every()).isEqualTo(1);
            assertThat(stage.atMost()).isNull();
            assertThat(stage.offers()).isEmpty();
        });
    }
}
