package io.arrears.bureau.pboc.terms;

/**
 * How one product of a lender is told, where no fact of the account says otherwise.
 *
 * @param business BusiDtlLines, from which BusiLines follows
 * @param guarantee GuarMode
 * @param otherGuarantee OthRepyGuarWay
 * @param fundSource FundSou
 * @param loanForm LoanForm
 * @param drawdowns Flag: 0 one, 1 several of one line each with an account of its own, 2 several in one account
 * @param district ApplyBusiDist; empty if not known
 */
public record ProductTerms(
        String business,
        String guarantee,
        String otherGuarantee,
        String fundSource,
        String loanForm,
        String drawdowns,
        String district) {}
