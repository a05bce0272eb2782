package io.arrears.reconcile;

/** What must hold between a ledger and what was written of it; section 7's identities. */
public enum Identity {
    R1("every account of a bureau is furnished, not due, held, excluded or rejected"),
    R2("a bureau's files say what was kept of them"),
    R3("the overdue amount rolls forward"),
    R4("accounts move between buckets, and none gets lost"),
    R5("every entry went somewhere"),
    R6("a bureau holds what the ledger says"),
    R7("the ledger is the core system's"),
    R8("every overdue account is contacted, withheld or below the first stage"),
    /** None of section 7's, but accepted like them: it has a row only on the night that two people let pass it. */
    BRAKE("no more accounts become overdue in a night than the policy's brake lets");

    private final String meaning;

    Identity(String meaning) {
        this.meaning = meaning;
    }

    /** Whether a difference keeps back its bureau's files, rather than stopping the night. */
    public boolean stopsItsBureauAlone() {
        return this == R1 || this == R2 || this == R6;
    }

    public String meaning() {
        return meaning;
    }
}
