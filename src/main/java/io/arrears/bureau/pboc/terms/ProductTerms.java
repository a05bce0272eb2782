package io.arrears.bureau.pboc.terms;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.furnish.Products;

/**
 * How one product of a lender is told, where no fact of the account says otherwise.
 *
 * @param type D1, R1 or R4
 * @param business BusiDtlLines, from which BusiLines follows
 * @param guarantee GuarMode
 * @param otherGuarantee OthRepyGuarWay
 * @param fundSource FundSou
 * @param loanForm LoanForm
 * @param drawdowns of type D1, Flag: 0 one, 1 several of one line each with an account of its own, 2 several in one account; else empty
 * @param repayMode of type R1, RepayMode; empty of the others, whose accounts say how they are repaid
 * @param district ApplyBusiDist; empty if not known
 */
public record ProductTerms(
        AccountType type,
        String business,
        String guarantee,
        String otherGuarantee,
        String fundSource,
        String loanForm,
        String drawdowns,
        String repayMode,
        String district) {

    /** What the accounts of a product of a type are. */
    Products.Kind kind() {
        return switch (type) {
            case D1 -> Products.Kind.LOANS;
            case R1 -> Products.Kind.LINES;
            case R4 -> Products.Kind.DRAWS;
            case R2, R3, C1 -> throw new IllegalStateException("type " + type + " is not told");
        };
    }

    /** Whether its accounts stand under a contract of their lender's, a line, of which the bureau is told, too. */
    public boolean isUnderLine() {
        return type == AccountType.R1 || type == AccountType.R4;
    }
}
