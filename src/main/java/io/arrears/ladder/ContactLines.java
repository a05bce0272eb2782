package io.arrears.ladder;

import io.arrears.ladder.law.Asked;
import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.Limit;
import io.arrears.ladder.law.Limits;
import io.arrears.ladder.law.StopRules;
import io.arrears.ladder.law.ThirdPersons;
import io.arrears.ladder.law.Withheld;
import io.arrears.ledger.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a contact of an account may be asked where the debtor is (L11, L17). */
final class ContactLines {

    static final String KEY = "contacts";
    static final String ONE_A_DAY = "ONE_CONTACT_A_DAY";

    private final Asked asked;
    private final Case of;
    private final Limits limits;
    private final @Nullable ThirdPersons opening;

    ContactLines(Limits limits, Asked asked, Case of) {
        this.limits = limits;
        this.asked = asked;
        this.of = of;
        this.opening = limits.of(Limit.Sequence.class).stream()
                .flatMap(held -> ThirdPersons.on(asked.day(), held.rule(), held.limit(), debtor()).stream())
                .findFirst()
                .orElse(null);
    }

    Optional<ThirdPersons> opening() {
        return Optional.ofNullable(opening);
    }

    private ThirdPersons.Debtor debtor() {
        Reachable borrower = of.borrower();
        return new ThirdPersons.Debtor(
                of.attempts().stream()
                        .filter(contacted -> contacted.person().equals(borrower.person()))
                        .toList(),
                borrower.handle(),
                borrower.phoneSince(),
                of.elsewhere().numbers(),
                Stream.concat(
                                of.now().entries().stream()
                                        .filter(entry -> entry.type().isRepayment() && entry.amount() > 0)
                                        .map(Entry::valueOn),
                                of.elsewhere().paidOn().stream())
                        .filter(paidOn -> !paidOn.isAfter(asked.day()))
                        .toList(),
                borrower.zones().isEmpty() ? asked.zone() : borrower.zones().get(0),
                new StopRules(limits, borrower.person(), of.stops()).incapableSince(asked.day()));
    }

    List<Withheld> withheld() {
        List<Withheld> reasons = new ArrayList<>();
        ContactPerson contact = contact(asked.partyId());
        if (opening == null) {
            reasons.add(closed());
        }
        if (contact.source() == null) {
            reasons.add(Withheld.byPolicy("NO_SOURCE", KEY, asked.partyId(), null));
        }
        if (contact.objection() != null) {
            reasons.add(Withheld.byPolicy("OBJECTED", KEY, contact.objection(), null));
        }
        if (isParty()) {
            reasons.add(Withheld.byPolicy("OWN_NUMBER", KEY, asked.partyId(), null));
        }
        if (opening != null) {
            asked(contact, opening.since())
                    .ifPresent(reached -> reasons.add(Withheld.byPolicy("ALREADY_ASKED", KEY, reached.id(), null)));
        }
        today().ifPresent(reasons::add);
        return reasons;
    }

    private Withheld closed() {
        return limits.of(Limit.Sequence.class).stream()
                .findFirst()
                .map(held -> new Withheld(
                        held.rule().key(),
                        held.rule().citation(),
                        "nothing says that the debtor cannot be reached",
                        null))
                .orElse(Withheld.byPolicy("NO_THIRD_PERSONS", KEY, "no rule of the law opens them", null));
    }

    private ContactPerson contact(String id) {
        return of.contacts().stream()
                .filter(contact -> contact.reachable().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A number that is the borrower's, or of one who answers for the account, is nobody else's. */
    private boolean isParty() {
        return asked.handle() != null
                && (of.elsewhere().numbers().stream()
                                .anyMatch(number -> asked.handle().equals(number.digits()))
                        || Stream.concat(
                                        Stream.of(of.borrower()),
                                        of.parties().stream().map(Case.Answering::reachable))
                                .anyMatch(party -> asked.handle().equals(party.handle())));
    }

    private Optional<Contacted> asked(ContactPerson contact, Instant since) {
        return of.attempts().stream()
                .filter(contacted ->
                        contacted.person().equals(contact.reachable().person())
                                && contacted.at().isAfter(since)
                                && contacted.isAsked())
                .reduce((a, b) -> b);
    }

    /** One contact a day: whoever else was called today was the one. */
    private Optional<Withheld> today() {
        LocalDate day = asked.day();
        return of.contacts().stream()
                .map(ContactPerson::reachable)
                .filter(other -> !other.id().equals(asked.partyId())
                        && !other.person().equals(asked.person())
                        && of.attempts().stream()
                                .anyMatch(contacted -> contacted.person().equals(other.person())
                                        && !contacted.isIncoming()
                                        && contacted.on(asked.zone()).equals(day)))
                .findFirst()
                .map(other -> Withheld.byPolicy(ONE_A_DAY, KEY, other.id(), day.plusDays(1)));
    }
}
