package io.arrears.feed;

import java.util.List;
import java.util.stream.Collectors;

/** A row of each feed as an example; together they are a small delivery that can be imported. */
public final class FeedExample {

    private static final String CRLF = "\r\n";

    private FeedExample() {}

    /** The file as it would be delivered. */
    public static String csv(Feed feed) {
        String header = feed.layout().columns().stream().map(Column::name).collect(Collectors.joining(","));
        StringBuilder csv = new StringBuilder(header).append(CRLF);
        rows(feed).forEach(row -> csv.append(row).append(CRLF));
        return csv.toString();
    }

    /** The first row's values, in the layout's order. */
    static List<String> values(Feed feed) {
        return List.of(first(feed).split(",", -1));
    }

    /** Two instalments and the one of the payoff, so that the debt is whole (D19); a line, and what was drawn on it (D17). */
    private static List<String> rows(Feed feed) {
        return switch (feed) {
            case INSTALMENTS ->
                List.of(first(feed), "A1,1,2,2026-03-10,1000.00,10.00,,", "A1,2,1,2026-03-02,1000.00,7.00,,");
            case ACCOUNTS ->
                List.of(
                        first(feed),
                        "A2,harbour,credit-line,B1,2026-01-05,,CNY,0.00,0,MONTHLY,,,REVOLVING,A2,5000.00,");
            case ENTRIES ->
                List.of(first(feed), "E2,A2,DISBURSEMENT,2026-01-10,2026-01-10T12:00:00+08:00,1000.00,,,,,,,,");
            default -> List.of(first(feed));
        };
    }

    private static String first(Feed feed) {
        return switch (feed) {
            case BORROWERS ->
                "B1,Jane Doe,Doe,Jane,,PASSPORT,P1234567,1990-03-07,13800000000,1 High Street,,Shanghai,Shanghai,200000,CN";
            case ACCOUNTS ->
                "A1,harbour,cash-loan,B1,2026-01-05,2026-03-10,CNY,2000.00,2,MONTHLY,EQUAL_PRINCIPAL,0.12,INSTALMENT,,,";
            case INSTALMENTS -> "A1,1,1,2026-02-10,1000.00,20.00,,";
            case ENTRIES -> "E1,A1,REPAYMENT,2026-02-10,2026-02-10T12:00:00+08:00,1020.00,,1000.00,20.00,,,BORROWER,,";
            case AGREEMENTS -> "G1,A1,PAYOFF,2026-03-01,2026-03-02,2026-03-01T10:00:00+08:00,2,APP,,,,,";
            case CONSENTS -> "B1,pboc,v1,2026-01-05T09:00:00+08:00,";
            case NOTICES -> "N1,A1,BEFORE_NEGATIVE,SMS,2026-02-12T09:00:00+08:00,2026-02-12T09:00:05+08:00,receipt-1";
            case DISPUTES -> "D-1,A1,2026-02-15,,,";
            case CONTACTS -> "C1,A1,John Doe,BROTHER,13900000000,,,DEBTOR,RELATED";
            case CONTACT_ATTEMPTS ->
                "T1,A1,C1,CALL,2026-02-13T10:00:00+08:00,UNANSWERED,CONTACT,,13900000000,OUTGOING,";
            case STOPS -> "S1,B1,,,SMS,13800000000,MEDIUM_OPTED_OUT,2026-02-16,,,2026-02-16T09:00:00+08:00";
            case STATEMENTS -> "M1,A2,2026-01-31,2026-02-20,100.00,15.00,,1000.00,0.00,2026-01-31T23:30:00+08:00";
            case PARTIES -> "P1,A1,B1,GUARANTOR,2000.00,2026-01-05,";
            case BUREAU_FACTS -> "F1,pboc,A1,,guarantee_mode,4,2026-01-05,2026-01-05T09:00:00+08:00";
        };
    }
}
