package io.arrears.furnish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bureau is told of the contract that a line of credit stands under, beside the account itself (R1, R6). */
public interface Contracts {

    /** Whether records of a type are of contracts. */
    boolean isKind(String kind);

    /** Whether an account has a contract of which the bureau is told. */
    boolean isOf(AccountView account);

    /**
     * What it must have been told of the contract by a day, by the ledger alone.
     *
     * @param heldSince the day from which the bureau held the account, and the contract with it, before we began; none if it did not
     */
    Expectation expected(AccountView account, ReportingCalendar.Due due, @Nullable LocalDate heldSince);

    /** What it holds of the contract of an account; its amount is the limit of its newest day. */
    Tradeline onFile(List<Reported> reported);

    /** A limit as a record says it, in the bureau's units. */
    BigDecimal limit(long minorUnits, Currency currency);
}
