package io.arrears.store.contact;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.Outcome;
import io.arrears.store.jdbc.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an attempt, joined to a form of whom it was made for.
 *
 * @param whom the person
 * @param phone of that form, to which an attempt without a number went (L6)
 * @param knownAt of that form
 */
record AttemptForm(
        String id,
        int revision,
        String account,
        String whom,
        @Nullable String handle,
        @Nullable String phone,
        Instant knownAt,
        String channel,
        Instant at,
        String outcome,
        boolean isIncoming) {

    static AttemptForm of(Columns row) throws SQLException {
        String id = row.word(2);
        int revision = row.integer(3);
        String account = row.word(4);
        String contact = row.wordOrNull(5);
        String channel = row.word(6);
        Instant at = row.instant(7);
        String outcome = row.word(8);
        String party = row.wordOrNull(9);
        String handle = row.wordOrNull(10);
        String direction = row.wordOrNull(11);
        String borrower = People.person(row.word(12), row.word(13));
        String borrowerPhone = row.wordOrNull(14);
        Instant borrowerKnown = row.instant(15);
        String partyType = row.wordOrNull(16);
        String partyNumber = row.wordOrNull(17);
        String partyPhone = row.wordOrNull(18);
        Instant partyKnown = row.instantOrNull(19);
        String contactPhone = row.wordOrNull(20);
        Instant contactKnown = row.instantOrNull(21);
        boolean isIncoming = "INCOMING".equals(direction);
        String whom = borrower;
        String phone = borrowerPhone;
        Instant knownAt = borrowerKnown;
        if (contact != null) {
            whom = People.contact(contact, contactPhone == null ? handle : contactPhone);
            phone = contactPhone;
            knownAt = contactKnown == null ? Instant.EPOCH : contactKnown;
        } else if (party != null && partyType != null && partyNumber != null && partyKnown != null) {
            whom = People.person(partyType, partyNumber);
            phone = partyPhone;
            knownAt = partyKnown;
        }
        return new AttemptForm(id, revision, account, whom, handle, phone, knownAt, channel, at, outcome, isIncoming);
    }

    /** Each attempt once, by its newest row, and by the form of its person that was known when it was made. */
    static List<Contacted> contacted(List<AttemptForm> rows) {
        Map<String, AttemptForm> best = new HashMap<>();
        rows.forEach(row -> best.merge(row.id(), row, AttemptForm::better));
        List<Contacted> contacted = new ArrayList<>();
        best.values().forEach(row -> contacted.add(row.contacted()));
        contacted.sort(Contacted.ORDER);
        return contacted;
    }

    private static final Comparator<AttemptForm> BETTER = Comparator.comparingInt(AttemptForm::revision)
            .thenComparing(AttemptForm::wasKnown)
            .thenComparing(form -> form.wasKnown() ? form.knownAt() : Instant.EPOCH)
            .thenComparing(AttemptForm::knownAt, Comparator.reverseOrder());

    private boolean wasKnown() {
        return !knownAt.isAfter(at);
    }

    private static AttemptForm better(AttemptForm a, AttemptForm b) {
        return BETTER.compare(b, a) > 0 ? b : a;
    }

    private Contacted contacted() {
        return new Contacted(
                id,
                account,
                whom,
                handle == null ? phone : handle,
                Channel.of(channel).orElse(null),
                at,
                Outcome.of(outcome),
                isIncoming);
    }
}
