package io.arrears.batch;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Loans of a {@link Book}, row by row, each of a person of whom all is known that a bureau asks. */
final class SmallLoans {

    private static final List<String> PERSON = List.of(
            "customer_type,11",
            "sex,2",
            "nationality,CHN",
            "marital_status,20",
            "education,20",
            "degree,4",
            "employment_status,90",
            "residence_status,1",
            "residence_address,河滨路7号",
            "residence_district,310000",
            "mail_address,河滨路7号",
            "mail_district,310000",
            "mail_postal_code,200000",
            "house_address,河滨路7号",
            "house_district,310000");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final FeedRows rows = new FeedRows();
    private final Set<String> persons = new HashSet<>();
    private int facts;

    /** A loan in yuan, opened on 3 August 2026 and due at the end of the year, without its schedule. */
    SmallLoans loan(String account, String principal, int terms) {
        return account(account, account, "cash-loan", principal, terms, "2026-12-20", "EQUAL_PRINCIPAL", "0.1200");
    }

    /** A loan of a product, drawn under a line by whose it is. */
    SmallLoans draw(String account, String product, String line, String principal, int terms) {
        return account(
                account,
                line,
                product,
                principal,
                terms,
                "2026-12-20",
                "EQUAL_PRINCIPAL",
                "0.1200",
                "INSTALMENT",
                "",
                line);
    }

    /** A line of credit in yuan, opened on 3 August 2026, without an end. */
    SmallLoans line(String account, String product, String limit, String line) {
        return account(account, account, product, "0.00", 0, "", "", "", "REVOLVING", limit, line);
    }

    private SmallLoans account(
            String account, String of, String product, String principal, int terms, String... further) {
        String person = "P-" + of;
        if (persons.add(of)) {
            person(person, "测试" + of);
        }
        row(
                "accounts",
                Stream.concat(
                                Stream.of(
                                        account,
                                        Book.LENDER,
                                        product,
                                        person,
                                        "2026-08-03",
                                        "CNY",
                                        principal,
                                        "" + terms,
                                        "MONTHLY"),
                                Stream.of(further))
                        .toArray(String[]::new));
        return this;
    }

    private void person(String person, String name) {
        row("borrowers", person, name, "RESIDENT_ID", identity(persons.size()), "", "CN", "1990-03-07");
        row("consents", person, "pboc", "2026-1", "2026-08-01T02:00:00Z");
        for (String fact : PERSON) {
            row("bureau_facts", fact(person), "pboc", "", person, fact, "2026-08-01", "2026-08-01T02:00:00Z");
        }
    }

    /** Drawn at noon of a day. */
    SmallLoans drawn(String id, String account, String day, String amount) {
        return entry(id, account, "DISBURSEMENT", day, day + "T04:00:00Z", amount, "", ",,,");
    }

    /** A statement of principal alone, made at noon of its day. */
    SmallLoans billed(String id, String account, String day, String dueOn, String minimum, String balance) {
        return row("statements", id, account, day, dueOn, minimum, "0.00", "0.00", balance, "", day + "T04:00:00Z");
    }

    /** A line has another limit, or ends, from a day on that was heard of the day before. */
    SmallLoans agreed(String account, String type, String day, String amount) {
        String posted = LocalDate.parse(day).minusDays(1) + "T04:00:00Z";
        return row("agreements", "G-" + account + type, account, type, day, day, posted, "", amount);
    }

    private String fact(String of) {
        return "F" + ++facts + "-" + of;
    }

    /** An instalment of the first version. */
    SmallLoans due(String account, int number, String dueOn, String principal, String interest) {
        return due(account, 1, number, dueOn, principal, interest);
    }

    SmallLoans due(String account, int version, int number, String dueOn, String principal, String interest) {
        return row("instalments", account, "" + version, "" + number, dueOn, principal, interest);
    }

    /** A payment that the core system posted at noon of its value date. */
    SmallLoans paid(String id, String account, String valueOn, String amount) {
        return paid(id, account, valueOn, valueOn + "T04:00:00Z", amount);
    }

    SmallLoans paid(String id, String account, String valueOn, String postedAt, String amount) {
        return entry(id, account, "REPAYMENT", valueOn, postedAt, amount, "", ",,,");
    }

    SmallLoans reversed(String id, String account, String valueOn, String amount, String entry) {
        return entry(id, account, "REVERSAL", valueOn, valueOn + "T04:00:00Z", amount, entry, ",,,");
    }

    /** A waiver of interest, by its split. */
    SmallLoans waived(String id, String account, String valueOn, String interest) {
        return entry(
                id,
                account,
                "WAIVER",
                valueOn,
                valueOn + "T04:00:00Z",
                interest,
                "",
                "0.00," + interest + ",0.00,0.00");
    }

    SmallLoans entry(
            String id,
            String account,
            String type,
            String valueOn,
            String postedAt,
            String amount,
            String reverses,
            String split) {
        return row("entries", id, account, type, valueOn, postedAt, amount, reverses, split);
    }

    SmallLoans agreed(String account, String type, String day, String postedAt, int version) {
        return row("agreements", "G-" + account, account, type, day, day, postedAt, "" + version);
    }

    /** Told on a day that its arrears will be reported. */
    SmallLoans notified(String account, String day) {
        return row(
                "notices",
                "N-" + account,
                account,
                "BEFORE_NEGATIVE",
                "SMS",
                day + "T02:00:00Z",
                day + "T02:05:00Z",
                "receipt");
    }

    /** Another fact of the borrower than {@link #loan} gives. */
    SmallLoans known(String account, String fact) {
        return row(
                "bureau_facts", fact(account), "pboc", "", "P-" + account, fact, "2026-08-02", "2026-08-02T02:00:00Z");
    }

    /** A fact that {@link #loan} gives and nobody knows of this borrower. */
    SmallLoans unknown(String account, String key) {
        rows.lose("bureau_facts", row -> row.contains(",P-" + account + "," + key + ","));
        return this;
    }

    SmallLoans blocked(String account, String value, String effectiveOn) {
        return row(
                "bureau_facts",
                fact(account),
                "pboc",
                account,
                "",
                "furnish_block",
                value,
                effectiveOn,
                effectiveOn + "T00:00:00Z");
    }

    SmallLoans row(String feed, String... values) {
        rows.add(feed, (Object[]) values);
        return this;
    }

    /** All that was added since the last time, each feed with its header. */
    Map<String, List<String>> take() {
        return rows.take();
    }

    /** A number with the check digit of GB 11643. */
    private static String identity(int person) {
        String number = "11010119900307%03d".formatted(person);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(number.charAt(i), 10);
        }
        return number + "10X98765432".charAt(sum % 11);
    }
}
