package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.Bureaus;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values of one row must say together; each row changes a good one. */
class RowParserTest {

    /** Half a year after an import. */
    private static final LocalDateTime LATEST = LocalDateTime.of(2026, 8, 3, 10, 0);

    private static final Map<Feed, Map<String, String>> GOOD = Map.ofEntries(
            Map.entry(
                    Feed.ACCOUNTS,
                    Map.of(
                            "account_id", "A1",
                            "lender", "north",
                            "product", "salary",
                            "borrower_id", "B1",
                            "opened_on", "2026-01-10",
                            "currency", "EUR",
                            "principal", "1000.00",
                            "term_count", "12",
                            "repayment_frequency", "MONTHLY")),
            Map.entry(
                    Feed.ENTRIES,
                    Map.of(
                            "entry_id", "E1",
                            "account_id", "A1",
                            "type", "REPAYMENT",
                            "value_on", "2026-02-01",
                            "posted_at", "2026-02-01T10:00:00Z",
                            "amount", "100.00")),
            Map.entry(
                    Feed.INSTALMENTS,
                    Map.of(
                            "account_id", "A1",
                            "schedule_version", "1",
                            "number", "1",
                            "due_on", "2026-02-01",
                            "principal", "100.00",
                            "interest", "5.00")),
            Map.entry(
                    Feed.AGREEMENTS,
                    Map.of(
                            "agreement_id", "G1",
                            "account_id", "A1",
                            "type", "EXTENSION",
                            "agreed_on", "2026-02-01",
                            "effective_on", "2026-02-02",
                            "posted_at", "2026-02-01T10:00:00Z")),
            Map.entry(
                    Feed.CONSENTS,
                    Map.of(
                            "borrower_id", "B1",
                            "bureau", "metro2",
                            "form_version", "3",
                            "given_at", "2026-02-01T10:00:00Z")),
            Map.entry(Feed.DISPUTES, Map.of("dispute_id", "D1", "account_id", "A1", "opened_on", "2026-02-01")),
            Map.entry(
                    Feed.PARTIES,
                    Map.of(
                            "party_id", "P1",
                            "account_id", "A1",
                            "borrower_id", "B1",
                            "role", "GUARANTOR",
                            "from_on", "2026-02-01")),
            Map.entry(
                    Feed.BUREAU_FACTS,
                    Map.of(
                            "fact_id", "F1",
                            "bureau", "pboc",
                            "account_id", "A1",
                            "key", "five_class",
                            "value", "3",
                            "effective_on", "2026-02-01",
                            "posted_at", "2026-02-01T10:00:00Z")),
            Map.entry(
                    Feed.CONTACTS,
                    Map.of("contact_id", "C1", "account_id", "A1", "name", "n", "relation", "r", "phone", "1")),
            Map.entry(
                    Feed.CONTACT_ATTEMPTS,
                    Map.of(
                            "attempt_id", "T1",
                            "account_id", "A1",
                            "channel", "CALL",
                            "attempted_at", "2026-02-01T10:00:00Z",
                            "outcome", "BUSY")),
            Map.entry(
                    Feed.STATEMENTS,
                    Map.of(
                            "statement_id", "M1",
                            "account_id", "A1",
                            "statement_on", "2026-01-31",
                            "due_on", "2026-02-20",
                            "minimum_principal", "10",
                            "balance", "100",
                            "posted_at", "2026-01-31T10:00:00Z")),
            Map.entry(
                    Feed.STOPS,
                    Map.of(
                            "stop_id", "S1",
                            "borrower_id", "B1",
                            "kind", "DECEASED",
                            "from_on", "2026-02-01",
                            "posted_at", "2026-02-01T10:00:00Z")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCOUNTS    | account_id=A1                       |                |
            ACCOUNTS    | kind=INSTALMENT                     |                |
            ACCOUNTS    | kind=REVOLVING;principal=0;term_count=0;line_limit=500 |  |
            ACCOUNTS    | kind=REVOLVING;term_count=0;line_limit=500  | principal | not zero; what is drawn on a REVOLVING account comes as DISBURSEMENT entries
            ACCOUNTS    | kind=REVOLVING;principal=0;line_limit=500   | term_count | not zero; a REVOLVING account has no terms
            ACCOUNTS    | kind=REVOLVING;principal=0;term_count=0     | line_limit | missing, but a REVOLVING account needs it
            ACCOUNTS    | kind=REVOLVING;principal=0;term_count=0;line_limit=500;repayment_frequency=SINGLE | repayment_frequency | not one of DAILY, WEEKLY, MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY, by which a REVOLVING account is billed
            STATEMENTS  | due_on=2026-01-31                   |                |
            STATEMENTS  | due_on=2026-01-30                   | due_on         | before statement_on
            STATEMENTS  | due_on=2026-08-02                   |                |
            STATEMENTS  | due_on=2026-08-03                   | due_on         | more than half a year after statement_on
            STATEMENTS  | statement_on=2025-01-31             | due_on         | more than half a year after statement_on
            STATEMENTS  | minimum_fee=1;minimum_interest=     |                |
            STATEMENTS  | statement_on=2026-08-03;due_on=2026-08-23 |          |
            STATEMENTS  | statement_on=2027-01-31;due_on=2027-02-20 | statement_on | more than half a year after the import
            STATEMENTS  | balance=-1                          | balance        | negative
            STATEMENTS  | minimum_principal=9999999999999.99;minimum_fee=1 | minimum_principal | the minima add up to more than 15 digits of minor units
            ENTRIES     | paid_by=MERCHANT                    |                |
            ACCOUNTS    | kind=LEASE                          | kind           | not one of INSTALMENT, REVOLVING
            ACCOUNTS    | matures_on=2026-01-10               |                |
            ACCOUNTS    | matures_on=2026-01-09               | matures_on     | before opened_on
            ACCOUNTS    | principal=0                         | principal      | zero; a loan has a principal
            ACCOUNTS    | term_count=0                        | term_count     | zero; a loan has at least one term
            ACCOUNTS    | currency=JPY                        |                |
            ACCOUNTS    | currency=JPY;principal=1000.5       | principal      | more decimals than the currency has
            ACCOUNTS    | currency=EUX                        | currency       | not an ISO 4217 currency
            ACCOUNTS    | lender=North                        | lender         | not a lender's name: lower-case letters, digits and hyphens, at most 64
            ENTRIES     | type=WRITE_OFF                      |                |
            ENTRIES     | type=GIFT                           | type           | not one of REPAYMENT, WAIVER, RECOVERY, REVERSAL, PENALTY, FEE, DAMAGES, WRITE_OFF, REFUND, DISBURSEMENT
            ENTRIES     | amount=-1                           | amount         | negative
            ENTRIES     | type=REVERSAL                       | reverses       | missing, but a REVERSAL needs it
            ENTRIES     | type=REVERSAL;reverses=E0           |                |
            ENTRIES     | reverses=E0                         | reverses       | only a REVERSAL has it
            ENTRIES     | principal=60;interest=40            |                |
            ENTRIES     | principal=60;interest=30;fee=5;penalty=5 |           |
            ENTRIES     | principal=60;interest=39.99         | amount         | principal, interest, fee, penalty and damages do not add up to it
            ENTRIES     | principal=0                         | amount         | principal, interest, fee, penalty and damages do not add up to it
            ENTRIES     | paid_by=AUNT                        | paid_by        | not one of BORROWER, GUARANTOR, COLLATERAL, MERCHANT
            INSTALMENTS | fee=1;penalty=1                     |                |
            INSTALMENTS | schedule_version=1.5                | schedule_version | not a whole number from 0 to 2147483647
            INSTALMENTS | principal=9999999999999.99          | principal      | the components add up to more than 15 digits of minor units
            AGREEMENTS  | type=SETTLEMENT                     |                |
            AGREEMENTS  | type=MORATORIUM                     | type           | not one of EXTENSION, INSTALMENT_PLAN, PAYMENT_HOLIDAY, PAYOFF, SETTLEMENT, TRANSFER, PROMISE, AGENCY, LIMIT_CHANGE, LINE_END, CONTACT_TERMS
            AGREEMENTS  | type=PROMISE;until_on=2026-02-01;amount=5 |          |
            AGREEMENTS  | type=PROMISE;until_on=2026-02-01    |                |
            AGREEMENTS  | type=PROMISE;amount=5               | until_on       | missing, but a PROMISE needs it
            AGREEMENTS  | type=PROMISE;until_on=2026-01-31    | until_on       | before agreed_on
            AGREEMENTS  | type=PROMISE;until_on=2027-02-01    |                |
            AGREEMENTS  | type=PROMISE;until_on=2027-02-02    | until_on       | more than a year after agreed_on; a PROMISE is kept or broken by then
            AGREEMENTS  | type=AGENCY;until_on=2062-02-01     |                |
            AGREEMENTS  | type=AGENCY                         |                |
            AGREEMENTS  | type=LIMIT_CHANGE;amount=0          |                |
            AGREEMENTS  | type=LIMIT_CHANGE                   | amount         | missing, but a LIMIT_CHANGE needs it
            AGREEMENTS  | type=LINE_END                       |                |
            AGREEMENTS  | type=CONTACT_TERMS;terms=           |                |
            AGREEMENTS  | type=CONTACT_TERMS;terms=whatever   |                |
            ENTRIES     | principal=60;interest=30;damages=10 |                |
            ENTRIES     | damages=0.01                        | amount         | principal, interest, fee, penalty and damages do not add up to it
            CONTACTS    | source=;relation_class=             |                |
            CONTACTS    | source=BUREAU;relation_class=RELATED |               |
            CONTACTS    | source=SHOPPING                     | source         | not one of CONTRACT, DEBTOR, AUTHORISED, PUBLIC, CONTACT, BUREAU
            CONTACTS    | relation_class=COUSIN               | relation_class | not one of RELATED, UNRELATED
            CONTACT_ATTEMPTS | outcome=HUNG_UP                |                |
            CONTACT_ATTEMPTS | channel=PIGEON;people=2        |                |
            CONTACT_ATTEMPTS | party=DOG                      | party          | not one of BORROWER, CO_BORROWER, GUARANTOR, CONTACT
            CONTACT_ATTEMPTS | party=BORROWER                 |                |
            CONTACT_ATTEMPTS | party=CONTACT                  | contact_id     | missing, and handle_id too; nobody knows which CONTACT it was
            CONTACT_ATTEMPTS | party=GUARANTOR                | party_id       | missing, and handle_id too; nobody knows which GUARANTOR it was
            CONTACT_ATTEMPTS | party=CONTACT;contact_id=C1    |                |
            CONTACT_ATTEMPTS | party=CO_BORROWER;party_id=B2  |                |
            CONTACT_ATTEMPTS | party=CONTACT;handle_id=139    |                |
            CONTACT_ATTEMPTS | direction=UP                   | direction      | not one of OUTGOING, INCOMING
            CONTACT_ATTEMPTS | people=-1                      | people         | not a whole number from 0 to 2147483647
            STOPS       | kind=STRUCK_BY_LIGHTNING            |                |
            STOPS       | kind=                               | kind           | missing, but required
            STOPS       | to_on=2026-02-01                    |                |
            STOPS       | to_on=2026-01-31                    | to_on          | before from_on
            STOPS       | from_on=2026-08-03                  |                |
            STOPS       | from_on=2026-08-04                  | from_on        | more than half a year after the import
            STOPS       | from_on=2025-02-01                  |                |
            STOPS       | posted_at=2026-08-03T10:00:00Z      |                |
            STOPS       | posted_at=2027-02-01T10:00:00Z      | posted_at      | more than half a year after the import
            CONTACT_ATTEMPTS | attempted_at=2027-02-01T10:00:00Z | attempted_at | more than half a year after the import
            CONTACTS    | opted_out_at=2027-02-01T10:00:00Z   | opted_out_at   | more than half a year after the import
            ENTRIES     | posted_at=2027-02-01T10:00:00Z      | posted_at      | more than half a year after the import
            ENTRIES     | value_on=2027-02-01                 |                |
            DISPUTES    | opened_on=2027-02-01                | opened_on      | more than half a year after the import
            AGREEMENTS  | agreed_on=2027-02-01                | agreed_on      | more than half a year after the import
            AGREEMENTS  | effective_on=2027-02-01             |                |
            CONSENTS    | withdrawn_at=2026-02-01T11:00:00+01:00 |             |
            CONSENTS    | withdrawn_at=2026-02-01T10:59:59+01:00 | withdrawn_at | before given_at
            DISPUTES    | resolved_on=2026-01-31              | resolved_on    | before opened_on
            PARTIES     | to_on=2026-01-31                    | to_on          | before from_on
            PARTIES     | role=EMERGENCY                      | role           | not one of CO_BORROWER, GUARANTOR
            BUREAU_FACTS| bureau=*                            |                |
            BUREAU_FACTS| value=6                             | value          | not a class from 1 to 5
            BUREAU_FACTS| key=star_sign                       | key            | not a known key of this bureau
            BUREAU_FACTS| bureau=metro2;key=marital_status    | key            | not a known key of this bureau
            BUREAU_FACTS| bureau=*;key=marital_status         | key            | not a known key of this bureau
            BUREAU_FACTS| account_id=                         | account_id     | missing, and borrower_id too; a fact needs one of them
            BUREAU_FACTS| account_id=;borrower_id=B1          | borrower_id    | given, but a fact of this key is of the account, named alone
            BUREAU_FACTS| borrower_id=B1                      | borrower_id    | given, but a fact of this key is of the account, named alone
            BUREAU_FACTS| key=marital_status;value=20         | account_id     | given, but a fact of this key is of the borrower, named alone
            BUREAU_FACTS| key=marital_status;value=20;borrower_id=B1 | account_id | given, but a fact of this key is of the borrower, named alone
            BUREAU_FACTS| key=marital_status;value=20;account_id=;borrower_id=B1 | |
            BUREAU_FACTS| key=marital_status;value=24;account_id=;borrower_id=B1 | value | not one of 10, 20, 21, 22, 23, 30, 40, 90, 91, 99
            """)
    void a_row_is_taken_or_says_what_is_wrong(Feed feed, String changes, String column, String reason) {
        RowParser.Parsed parsed = new RowParser(feed, Bureaus.facts(), LATEST)
                .parse(raw(feed, changes), feed == Feed.ACCOUNTS ? null : 2);

        assertThat(parsed.fault() == null ? null : parsed.fault().reason()).isEqualTo(reason);
        assertThat(parsed.column() == null ? null : parsed.column().name()).isEqualTo(column);
        assertThat(parsed.row() == null).isEqualTo(reason != null);
    }

    private static RawRow raw(Feed feed, String changes) {
        Map<String, String> row = new HashMap<>(GOOD.get(feed));
        for (String change : changes.split(";")) {
            String[] parts = change.split("=", 2);
            row.put(parts[0].strip(), parts[1].strip());
        }
        String[] values = feed.layout().columns().stream()
                .map(column -> row.getOrDefault(column.name(), ""))
                .toArray(String[]::new);
        return new RawRow(2, 0, Arrays.copyOf(values, values.length));
    }
}
