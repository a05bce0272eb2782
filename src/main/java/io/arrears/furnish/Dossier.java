package io.arrears.furnish;

import io.arrears.delinquency.Review;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Dispute;
import io.arrears.ledger.Notice;
import io.arrears.ledger.Party;
import io.arrears.ledger.Person;
import io.arrears.ledger.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything known at a run's cutoff that decides what one bureau is told about one account.
 *
 * @param firstOfPerson whether this is the borrower's first account with this lender, which carries what is told of the person
 * @param consents of the borrower for this bureau
 * @param accountFacts bureau_facts of the account for this bureau
 * @param personFacts bureau_facts of the borrower for this bureau
 * @param openRejects rows of the account that were rejected and have not arrived, as {@code feed row-key}
 * @param unknownRejects rows that were rejected and whose account the ledger does not know, as {@code feed:key}: they can be
 *     this account's
 * @param accepted entries of a review that two people accepted, and that rest on the same rows today
 * @param reported what this bureau was told of the account, in the order in which it was told: run after run, in each by kind and day
 * @param restateFrom the first day of the past that a fact heard since the last run changes, or that still waits to be put right; none if there is none
 */
public record Dossier(
        AccountFacts facts,
        Terms terms,
        Person person,
        boolean firstOfPerson,
        List<Consent> consents,
        List<Notice> notices,
        List<Dispute> disputes,
        List<Party> parties,
        List<BureauFact> accountFacts,
        List<BureauFact> personFacts,
        List<String> openRejects,
        List<String> unknownRejects,
        List<Review> accepted,
        List<Reported> reported,
        @Nullable LocalDate restateFrom) {

    public String account() {
        return facts.account().id().value();
    }

    /** The account's fact of this key that holds on a day. */
    public Optional<BureauFact> accountFact(String key, LocalDate day) {
        return BureauFact.holding(accountFacts, key, day);
    }

    /** The borrower's fact of this key that holds on a day. */
    public Optional<BureauFact> personFact(String key, LocalDate day) {
        return BureauFact.holding(personFacts, key, day);
    }

    /** The fact that keeps the account from being told at all, if one holds. */
    public Optional<BureauFact> blockedBy(ZoneId zone, Instant at) {
        return FurnishBlock.inForce(accountFacts, LocalDate.ofInstant(at, zone));
    }

    /** The same, as if the bureau had been told nothing else. */
    public Dossier reportedOnly(Predicate<Reported> which) {
        return new Dossier(
                facts,
                terms,
                person,
                firstOfPerson,
                consents,
                notices,
                disputes,
                parties,
                accountFacts,
                personFacts,
                openRejects,
                unknownRejects,
                accepted,
                reported.stream().filter(which).toList(),
                restateFrom);
    }

    /** Whether a record is on its way, so that nothing more goes out until it is sent or void. */
    public boolean isUnderway() {
        return reported.stream().anyMatch(record -> record.state().isUnderway());
    }

    /** What counts as told, of one record type. */
    public List<Reported> reported(String kind) {
        return reported.stream()
                .filter(record -> record.counts() && record.kind().equals(kind))
                .toList();
    }
}
