package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.delinquency.AccountDays;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Settlement;
import io.arrears.ledger.AccountFacts;
import java.time.LocalDate;
import java.util.List;

/** A loan's figures by day, and how it stands by them. */
public final class LoanDays {

    private final AccountFacts facts;
    private final Policy policy;
    private final AccountDays days;
    private final AccountState state;

    /** @param until the last day that a run reports events of */
    public LoanDays(PbocSettings settings, AccountFacts facts, Policy policy, LocalDate until) {
        this.facts = facts;
        this.policy = policy;
        this.days = new AccountDays(facts, policy);
        this.state = AccountState.of(facts, settlement(until), settings.options());
    }

    Settlement settlement(LocalDate day) {
        return days.settlement(day);
    }

    /** How the account stands by the last day that this run speaks of. */
    AccountState state() {
        return state;
    }

    AccountState state(LocalDate day) {
        return state.on(settlement(day));
    }

    ClassDates classes(List<SectionsOnFile.Part> months) {
        return new ClassDates(this, facts, policy, months);
    }
}
