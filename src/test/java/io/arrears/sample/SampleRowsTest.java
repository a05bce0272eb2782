package io.arrears.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every row is one the import accepts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what was read back is let go with the class
class SampleRowsTest {
    private static final SampleSpec SPEC = SampleSpec.of(2_050, 11);
    private static final List<String> PARTS = List.of("principal", "interest", "fee", "penalty");
    private static final Map<String, Integer> DECIMALS = Map.of("CNY", 2, "USD", 2, "JPY", 0, "KWD", 3);

    @TempDir
    private static Path dir;

    private Delivery ledger = Delivery.NONE;

    @BeforeAll
    void write() {
        ledger = Delivery.write(SPEC, dir);
    }

    @Test
    void headersAreTheDesigns() {
        assertThat(ledger.headers()).hasSize(15);
        assertThat(ledger.headers().get("accounts"))
                .containsExactly(
                        ("account_id,lender,product,borrower_id,opened_on,matures_on,currency,principal,term_count,"
                                        + "repayment_frequency,repayment_method,annual_rate,kind,line_id,line_limit,"
                                        + "joint_loan_id")
                                .split(","));
        assertThat(ledger.headers().get("instalments"))
                .containsExactly("account_id,schedule_version,number,due_on,principal,interest,fee,penalty".split(","));
        assertThat(ledger.headers().get("entries"))
                .containsExactly(
                        ("entry_id,account_id,type,value_on,posted_at,amount,reverses,principal,interest,fee,penalty,"
                                        + "paid_by,reference")
                                .split(","));
        assertThat(ledger.headers().get("statements"))
                .containsExactly(
                        ("statement_id,account_id,statement_on,due_on,minimum_principal,minimum_interest,minimum_fee,balance,"
                                        + "past_due,posted_at")
                                .split(","));
        assertThat(ledger.headers().get("agreements"))
                .containsExactly(
                        ("agreement_id,account_id,type,agreed_on,effective_on,posted_at,schedule_version,channel,"
                                        + "evidence,amount,until_on,agency,terms")
                                .split(","));
    }

    @Test
    void idsArePrintableAndUniqueOverAllFeeds() {
        var ids = Stream.of(
                        "borrowers.borrower_id",
                        "accounts.account_id",
                        "entries.entry_id",
                        "agreements.agreement_id",
                        "notices.notice_id",
                        "disputes.dispute_id",
                        "parties.party_id",
                        "contacts.contact_id",
                        "bureau_facts.fact_id")
                .map(name -> name.split("\\."))
                .flatMap(name -> ledger.column(name[0], name[1]).stream())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[!-~]+"));
        var instalments = ledger.rows("instalments").stream()
                .map(row -> row.get("account_id") + " " + row.get("schedule_version") + " " + row.get("number"))
                .toList();
        assertThat(instalments).doesNotHaveDuplicates();
    }

    @Test
    void accountIdsAscendInEveryFeed() {
        for (var feed : List.of(
                "accounts",
                "instalments",
                "entries",
                "agreements",
                "notices",
                "contacts",
                "contact_attempts",
                "stops")) {
            assertThat(ledger.column(feed, "account_id")).isNotEmpty().isSorted();
        }
    }

    @Test
    void referencesResolveExceptWhereAStorySaysNot() {
        var borrowers = new HashSet<>(ledger.column("borrowers", "borrower_id"));
        var accounts = new HashSet<>(ledger.column("accounts", "account_id"));
        for (var feed : List.of("accounts", "consents", "parties")) {
            assertThat(borrowers).containsAll(ledger.column(feed, "borrower_id"));
        }
        for (var feed : List.of("instalments", "entries", "agreements", "notices", "disputes", "parties", "contacts")) {
            assertThat(accounts).containsAll(ledger.column(feed, "account_id"));
        }
        var entries = new HashSet<>(ledger.column("entries", "entry_id"));
        assertThat(ledger.column("entries", "reverses").stream()
                        .filter(target -> !target.isEmpty() && !target.endsWith("E999")))
                .isNotEmpty()
                .allMatch(entries::contains);
    }

    @Test
    void amountsAreNotNegativeAndHaveTheCurrencysDecimals() {
        var decimals = ledger.rows("accounts").stream()
                .collect(Collectors.toMap(row -> row.get("account_id"), row -> DECIMALS.get(row.get("currency"))));
        assertThat(ledger.column("accounts", "currency")).contains("CNY", "USD", "JPY", "KWD");
        Map.of("accounts", List.of("principal"), "instalments", PARTS, "entries", List.of("amount"))
                .forEach((feed, columns) -> ledger.rows(feed)
                        .forEach(row -> columns.forEach(column -> {
                            var amount = new BigDecimal(row.get(column));
                            assertThat(amount.scale()).isEqualTo(decimals.get(row.get("account_id")));
                            assertThat(amount.signum()).isGreaterThanOrEqualTo(0);
                        })));
        assertThat(ledger.column("entries", "amount")).allMatch(amount -> new BigDecimal(amount).signum() > 0);
    }

    @Test
    void splitsAddUp() {
        var split = ledger.rows("entries").stream()
                .filter(row -> !row.get("principal").isEmpty())
                .toList();
        assertThat(split).isNotEmpty().allSatisfy(row -> assertThat(Delivery.sum(row, PARTS))
                .isEqualByComparingTo(row.get("amount")));
        var principal = ledger.rows("accounts").stream()
                .collect(Collectors.toMap(row -> row.get("account_id"), row -> new BigDecimal(row.get("principal"))));
        var scheduled = ledger.rows("instalments").stream()
                .filter(row -> row.get("schedule_version").equals("1")
                        && !row.get("account_id").startsWith(SampleLender.ORCHARD.prefix()))
                .collect(Collectors.groupingBy(
                        row -> row.get("account_id"),
                        Collectors.reducing(
                                BigDecimal.ZERO, row -> new BigDecimal(row.get("principal")), BigDecimal::add)));
        assertThat(principal).containsAllEntriesOf(scheduled);
    }

    @Test
    void everythingIsPostedByTheEndOfTheAsOfDate() {
        var end = SPEC.asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var feed : List.of("entries", "agreements", "bureau_facts")) {
            assertThat(ledger.column(feed, "posted_at"))
                    .isNotEmpty()
                    .allMatch(at -> at.endsWith("Z") && Instant.parse(at).isBefore(end));
        }
    }

    @Test
    void residentIdsHaveTheirCheckDigitAndTheBirthDate() {
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
        var people = ledger.rows("borrowers").stream()
                .filter(row -> row.get("id_type").equals("RESIDENT_ID"))
                .toList();
        assertThat(people).isNotEmpty().allSatisfy(row -> {
            var id = row.get("id_number");
            int sum = 0;
            for (int i = 0; i < 18; i++) {
                sum += weights[i] * "0123456789X".indexOf(id.charAt(i));
            }
            assertThat(sum % 11).isEqualTo(1);
            assertThat(id.substring(6, 14))
                    .isEqualTo(LocalDate.parse(row.get("birth_date")).toString().replace("-", ""));
        });
        assertThat(ledger.column("borrowers", "id_number")).doesNotHaveDuplicates();
    }
}
