package io.arrears.sample;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rows around an account: borrower, consents, notices, contacts, and how they were contacted. */
final class Paperwork {
    private final SampleSpec spec;
    private final Feeds feeds;
    private final PbocPaperwork pboc;
    private final ContactLog contacting;

    Paperwork(SampleSpec spec, Feeds feeds) {
        this.spec = spec;
        this.feeds = feeds;
        pboc = new PbocPaperwork(spec, feeds);
        contacting = new ContactLog(spec, feeds);
    }

    void write(AccountDraft t) throws IOException {
        if (t.seat.borrower().equals(t.seat)) {
            borrower(t.seat);
        }
        notice(t);
        if (t.seat.lender().awkward()) {
            contacting.write(t, t.isBehind(), contact(t));
        } else {
            contact(t);
        }
        for (var extra : t.extras) {
            feeds.write(extra.feed(), extra.cells().toArray());
        }
        if (t.seat.lender().tellsPboc()) {
            pboc.write(t);
        }
    }

    private void borrower(AccountSlot seat) throws IOException {
        var person = Person.of(spec, seat);
        var country = seat.lender().country();
        feeds.write(
                Feed.BORROWERS,
                seat.borrowerId(),
                person.fullName(),
                person.surname(),
                person.given(),
                null,
                person.idType(),
                person.idNumber(),
                person.born(),
                person.phone(),
                person.street(),
                null,
                person.city(),
                person.region(),
                person.postalCode(),
                country);
        consents(seat);
    }

    /** Given once, years before any account; one borrower in fifty never gave it, one in a hundred withdrew it. */
    private void consents(AccountSlot seat) throws IOException {
        var dice = new SeededRandom(spec.seed(), seat.ordinal(), 3);
        int lot = dice.between(1, 100);
        var given = noon(seat, spec.asOf().minusDays(dice.between(1_800, 2_200)));
        var withdrawn = lot == 3 ? noon(seat, spec.asOf().minusDays(dice.between(10, 300))) : null;
        for (var bureau : seat.lender().bureaus()) {
            if (lot > 2) {
                feeds.write(Feed.CONSENTS, seat.borrowerId(), bureau, "2020-1", given, withdrawn);
            }
        }
    }

    /** Most borrowers who seem behind were told that it will be reported. */
    private void notice(AccountDraft t) throws IOException {
        var dice = new SeededRandom(spec.seed(), t.seat.ordinal(), 4);
        if (t.isBehind() && dice.chance(85)) {
            var sent = t.at(t.daysAgo(2), 10);
            var delivered = dice.chance(95) ? sent.plusSeconds(dice.between(2, 90)) : null;
            feeds.write(
                    Feed.NOTICES,
                    t.accountId() + "N1",
                    t.accountId(),
                    "BEFORE_NEGATIVE",
                    "SMS",
                    sent,
                    delivered,
                    t.accountId() + "-sms");
        }
    }

    /** One account in four names an emergency contact, who is no party; some of them opted out. Whether there is one. */
    private boolean contact(AccountDraft t) throws IOException {
        var dice = new SeededRandom(spec.seed(), t.seat.ordinal(), 5);
        boolean isNamed = dice.chance(25);
        if (isNamed) {
            var name = t.seat.lender().country().equals("CN") ? "测试联系人" : "Pat Testcontact";
            var optedOut = dice.chance(10) ? noon(t.seat, t.daysAgo(dice.between(1, 60))) : null;
            contact(t, name, Person.phone(t.seat.lender().country(), dice), optedOut);
        }
        return isNamed;
    }

    /** Of one in eight it is not known how the number came to the lender; a third of them have nothing to do with the debt. */
    private void contact(AccountDraft t, String name, String phone, @Nullable Object optedOut) throws IOException {
        var dice = new SeededRandom(spec.seed(), t.seat.ordinal(), 10);
        feeds.write(
                Feed.CONTACTS,
                t.accountId() + "C1",
                t.accountId(),
                name,
                "FAMILY",
                phone,
                optedOut,
                null,
                dice.between(1, 8) > 1 ? "DEBTOR" : null,
                dice.between(1, 3) > 1 ? "RELATED" : "UNRELATED");
    }

    private static Object noon(AccountSlot seat, LocalDate day) {
        return day.atTime(12, 0).atZone(seat.lender().zone()).toInstant();
    }
}
