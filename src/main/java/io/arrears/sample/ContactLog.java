package io.arrears.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the borrower of an account that seems behind was contacted of late, and what keeps him from being contacted. */
final class ContactLog {
    private static final List<String> FAILED = List.of("UNANSWERED", "BUSY", "VOICEMAIL");
    private static final List<String> STOPS =
            List.of("HARDSHIP", "COMPLAINT", "MORATORIUM", "ATTORNEY", "REFUSED", "DECEASED", "MEDIUM_OPTED_OUT");

    private final SampleSpec spec;
    private final Feeds feeds;

    ContactLog(SampleSpec spec, Feeds feeds) {
        this.spec = spec;
        this.feeds = feeds;
    }

    /**
     * @param isBehind whether the account seems to be
     * @param isContactNamed whether somebody may be asked where the borrower is
     */
    void write(AccountDraft t, boolean isBehind, boolean isContactNamed) throws IOException {
        if (!isBehind || t.openedOn().isAfter(t.asOf())) {
            return;
        }
        new Log(t, isContactNamed).attempts();
        agreed(t, new SeededRandom(spec.seed(), t.seat.ordinal(), 12));
        stopped(t, new SeededRandom(spec.seed(), t.seat.ordinal(), 13));
    }

    /** The attempts of one account, numbered from 1. */
    private final class Log {
        private final AccountDraft t;
        private final boolean isContactNamed;
        private final SeededRandom dice;
        private int number;

        Log(AccountDraft t, boolean isContactNamed) {
            this.t = t;
            this.isContactNamed = isContactNamed;
            dice = new SeededRandom(spec.seed(), t.seat.ordinal(), 11);
        }

        void attempts() throws IOException {
            int lot = dice.between(1, 100);
            if (lot <= 30) {
                unreachable();
            } else if (lot <= 42) {
                attempt("CALL", t.daysAgo(dice.between(0, 8)), 15, "CONVERSATION", null);
            } else if (lot <= 48) {
                attempt("CALL", t.daysAgo(2), 11, "INVALID_NUMBER", null);
            } else if (lot <= 56) {
                for (int day = 6; day >= 0; day--) {
                    attempt("CALL", t.daysAgo(day), 9, dice.one(FAILED), null);
                    attempt("CALL", t.daysAgo(day), 16, "UNANSWERED", null);
                }
            } else if (lot <= 75) {
                attempt("SMS", t.daysAgo(dice.between(0, 4)), 10, "SENT", null);
            }
        }

        /** Three days without an answer; then the contact is asked where there is one, and may object. */
        private void unreachable() throws IOException {
            for (int day = 3; day >= 1; day--) {
                attempt("CALL", t.daysAgo(day), 10, dice.one(FAILED), null);
            }
            if (isContactNamed && dice.chance(40)) {
                var outcome = dice.chance(30) ? "REFUSED" : "CONVERSATION";
                attempt("CALL", t.asOf(), 14, outcome, t.accountId() + "C1");
            }
        }

        private void attempt(String channel, LocalDate on, int hour, String outcome, @Nullable String contact)
                throws IOException {
            if (on.isBefore(t.openedOn())) {
                return;
            }
            number++;
            feeds.write(
                    Feed.CONTACT_ATTEMPTS,
                    t.accountId() + "A" + Integer.toString(100 + number).substring(1),
                    t.accountId(),
                    contact,
                    channel,
                    t.at(on, hour),
                    outcome,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** One in twelve promised to pay, a third of them by a day that is over; one in forty is handed over to an agency. */
    private void agreed(AccountDraft t, SeededRandom dice) throws IOException {
        if (dice.between(1, 12) == 1) {
            var until = dice.between(1, 3) == 1 ? t.daysAgo(2) : t.asOf().plusDays(dice.between(1, 7));
            agree(t, "PROMISE", t.daysAgo(5), t.product().decimal(t.units(200)), until, null);
        } else if (dice.between(1, 40) == 1) {
            agree(t, "AGENCY", t.daysAgo(5), null, t.asOf().plusDays(90), "example-agency");
        }
    }

    private void agree(
            AccountDraft t,
            String type,
            LocalDate on,
            @Nullable Object amount,
            LocalDate until,
            @Nullable String agency)
            throws IOException {
        if (on.isBefore(t.openedOn())) {
            return;
        }
        var id = t.accountId() + "GC";
        feeds.write(
                Feed.AGREEMENTS,
                id,
                t.accountId(),
                type,
                on,
                on,
                t.at(on, 12),
                null,
                "PHONE",
                id + "-recorded",
                amount,
                until,
                agency,
                null);
    }

    /** One in twenty is not to be contacted, for one reason or another. */
    private void stopped(AccountDraft t, SeededRandom dice) throws IOException {
        if (dice.between(1, 20) > 1) {
            return;
        }
        var kind = dice.one(STOPS);
        var from = t.daysAgo(dice.between(0, 6));
        if (from.isBefore(t.openedOn())) {
            return;
        }
        feeds.write(
                Feed.STOPS,
                t.accountId() + "S1",
                t.seat.borrowerId(),
                t.accountId(),
                null,
                kind.equals("MEDIUM_OPTED_OUT") ? "SMS" : null,
                null,
                kind,
                from,
                kind.equals("MORATORIUM") ? from.plusDays(59) : null,
                t.accountId() + "-stop",
                t.at(from, 12));
    }
}
