package io.arrears.furnish;

import io.arrears.ledger.BureauFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The fact by which people say that a bureau must be told nothing of an account. */
public final class FurnishBlock {

    public static final String KEY = "furnish_block";

    private FurnishBlock() {}

    /**
     * The block that is in force on a day; none if there is none, or a later fact lifts it.
     *
     * @param facts of one account and bureau, each in its newest form, of whatever key
     */
    public static Optional<BureauFact> inForce(List<BureauFact> facts, LocalDate day) {
        return BureauFact.holding(facts, KEY, day).filter(fact -> fact.value().equals("yes"));
    }

    /** Whether it stops a record: one that takes the account back goes out all the same (S18). */
    public static boolean stops(Meaning.Act act) {
        return act != Meaning.Act.RETRACT_ACCOUNT;
    }
}
