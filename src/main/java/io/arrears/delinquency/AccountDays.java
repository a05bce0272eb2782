package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What the facts of one account say on each day that somebody asks for, each worked out once. */
public final class AccountDays {

    private final AccountFacts facts;
    private final Policy policy;
    private final Map<LocalDate, Settlement> settlements = new HashMap<>();
    private final Map<LocalDate, Delinquency> figures = new HashMap<>();

    public AccountDays(AccountFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    /** What a bureau's monthly record tells of a day. */
    public Settlement settlement(LocalDate day) {
        return settlements.computeIfAbsent(day, on -> Settlement.on(facts, policy, on));
    }

    /** The figures of a day; a settlement that is known of it has them. */
    public Delinquency figures(LocalDate day) {
        Settlement known = settlements.get(day);
        return known != null
                ? known.figures()
                : figures.computeIfAbsent(day, on -> Delinquency.on(on, Assessment.assess(facts, policy, on), policy));
    }
}
