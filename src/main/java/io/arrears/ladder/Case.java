package io.arrears.ladder;

import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.StopOn;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.FactsAtCutoffs;
import io.arrears.ledger.Notice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known at a run's cutoff that decides who is contacted about one account.
 *
 * @param facts also as the night before knew them
 * @param elsewhere what else is known of the borrower, of an account that has contacts
 * @param parties who else answers for the account, on whatever days
 * @param contacts in the order of their ids
 * @param attempts that touch one of these people or numbers, over all accounts of the lender, in the order of time
 * @param stops of these people
 * @param openRejects rows of the account or of these people that were rejected and have not arrived
 */
public record Case(
        FactsAtCutoffs facts,
        Reachable borrower,
        Elsewhere elsewhere,
        List<Answering> parties,
        List<ContactPerson> contacts,
        List<Contacted> attempts,
        List<StopOn> stops,
        List<Dispute> disputes,
        List<Notice> notices,
        List<String> openRejects) {

    /** Somebody else who answers for the account, from one day until before another. */
    public record Answering(
            Reachable reachable, LocalDate from, @Nullable LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }
    }

    /** The same with these contacts and stops. */
    public Case with(List<ContactPerson> others, List<StopOn> known) {
        return new Case(facts, borrower, elsewhere, parties, others, attempts, known, disputes, notices, openRejects);
    }

    public AccountFacts now() {
        return facts.now();
    }

    public String account() {
        return now().account().id().value();
    }
}
