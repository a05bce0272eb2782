package io.arrears.delinquency;

import static java.util.stream.Collectors.joining;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a walk leaves in its books, in short words: rests by obligation, and where each credit went. */
final class Books {

    private Books() {}

    static Walk walk(AccountFacts facts, Policy policy, LocalDate asOf) {
        List<Entry> entries = new ArrayList<>(facts.entries());
        entries.sort(Entry.ORDER);
        return Walk.of(facts, entries, policy, asOf, true);
    }

    /** Principal/interest/fee/penalty unpaid, obligation by obligation in D3's order: {@code 100/20/5/0 100/20/5/3}. */
    static String rests(Loans loan, String day, Policy policy) {
        return walk(loan, day, policy).inForce().obligations().stream()
                .map(obligation -> amounts(obligation.rests()))
                .collect(joining(" "));
    }

    /** The obligations in D3's order with what is unpaid of each: {@code 1:100 fee-1:20}. */
    static String owed(Loans loan, String day, Policy policy) {
        return walk(loan, day, policy).inForce().obligations().stream()
                .map(obligation -> obligation.reference + ":" + obligation.rest())
                .collect(joining(" "));
    }

    /** Each posting as {@code credit>obligation:amount}, in the order in which it was made. */
    static String posted(Loans loan, String day, Policy policy) {
        return walk(loan, day, policy).postings().stream()
                .map(posting -> posting.entryId() + ">" + target(posting) + ":" + posting.amount())
                .collect(joining(" "));
    }

    /** In which versions and on which day there a credit counts: {@code 1@2026-03-14 2@2026-03-15}. */
    static String counted(Loans loan, String credit, String day, Policy policy) {
        return walk(loan, day, policy).postings().stream()
                .filter(posting -> posting.entryId().equals(credit))
                .map(posting -> posting.scheduleVersion() + "@" + posting.actsOn())
                .distinct()
                .collect(joining(" "));
    }

    private static Walk walk(Loans loan, String day, Policy policy) {
        return walk(loan.facts(), policy, LocalDate.parse(day));
    }

    private static String target(Posting posting) {
        Posting.Target to = posting.to();
        return to == null ? "nothing" : to.reference();
    }

    private static String amounts(Components rests) {
        return rests.principal() + "/" + rests.interest() + "/" + rests.fee() + "/" + rests.penalty();
    }
}
