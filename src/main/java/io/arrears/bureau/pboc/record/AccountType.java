package io.arrears.bureau.pboc.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account types of a personal account record, and the codes that each may use. */
public enum AccountType {
    /** Non-revolving loan. */
    D1("3", Codes.LOAN_STATUS, "41 42", Codes.LOAN_REPAYMENT, "11 12 13 14 15 19 21 22 23 29 90", Codes.TRADES),
    /** Revolving loan. */
    R1("3", "1 2 3 41 42 5 6 8", "41 42", Codes.LOAN_REPAYMENT, "31 32 33 39 90", "2 3 5 8 11 12 13 14 15 16 17"),
    /** Credit card. */
    R2("4", Codes.CARD_STATUS, "51 52", Codes.CARD_REPAYMENT, "", Codes.TRADES),
    /** Quasi-credit card. */
    R3("4", Codes.CARD_STATUS, "51 52", Codes.CARD_REPAYMENT, "", Codes.TRADES),
    /** Sub-account under a revolving line. */
    R4("3", Codes.LOAN_STATUS, "41 42", Codes.LOAN_REPAYMENT, "11 12 13 14 15 19 21 22 23 29", Codes.TRADES),
    /** Collection of a bought debt or an advance. */
    C1("2", "1 2", "", "", "", Codes.TRADES);

    /** The code lists that several types share. */
    private static final class Codes {
        static final String LOAN_STATUS = "1 2 3 41 42 6 8";
        static final String CARD_STATUS = "1 31 4 51 52 6 8";
        static final String LOAN_REPAYMENT = "* N M 1 2 3 4 5 6 7 D Z B C G #";
        static final String CARD_REPAYMENT = "* N 1 2 3 4 5 6 7 B C G #";
        static final String TRADES = "1 2 3 4 5 8 11 12 13 14 15 16 17";
    }

    private final String closed;
    private final List<String> statuses;
    private final List<String> badDebts;
    private final List<String> repaymentStatuses;
    private final List<String> repayModes;
    private final List<String> trades;

    AccountType(
            String closed,
            String statuses,
            String badDebts,
            String repaymentStatuses,
            String repayModes,
            String trades) {
        this.closed = closed;
        this.statuses = CodeList.of(statuses);
        this.badDebts = CodeList.of(badDebts);
        this.repaymentStatuses = CodeList.of(repaymentStatuses);
        this.repayModes = CodeList.of(repayModes);
        this.trades = CodeList.of(trades);
    }

    /** The AcctStatus of an account that has come to its end. */
    public String closed() {
        return closed;
    }

    /** What AcctStatus may be. */
    public List<String> statuses() {
        return statuses;
    }

    /** The AcctStatus codes of a bad debt, written off or about to be. */
    public List<String> badDebts() {
        return badDebts;
    }

    /** What RpyStatus may be; empty where the type has none. */
    public List<String> repaymentStatuses() {
        return repaymentStatuses;
    }

    /** What RepayMode may be; empty where the type has none. */
    public List<String> repayModes() {
        return repayModes;
    }

    /** What ChanTranType may be. */
    public List<String> trades() {
        return trades;
    }

    /** A credit card or its like, whose status 6 means not activated. */
    public boolean isCard() {
        return this == R2 || this == R3;
    }

    /** The type of a code; null for a code that is none. */
    public static @Nullable AccountType of(String code) {
        for (AccountType type : values()) {
            if (type.name().equals(code)) {
                return type;
            }
        }
        return null;
    }
}
