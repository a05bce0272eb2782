package io.arrears.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that only PBOC's records ask for: facts of the borrower and of the account, and guarantors. */
final class PbocPaperwork {
    private static final int GUARANTEED_OF = 20;

    private final SampleSpec spec;
    private final Feeds feeds;

    PbocPaperwork(SampleSpec spec, Feeds feeds) {
        this.spec = spec;
        this.feeds = feeds;
    }

    void write(AccountDraft t) throws IOException {
        if (t.seat.borrower().equals(t.seat)) {
            var borrower = new PbocBorrower(spec, t.seat);
            facts(t, null, t.seat.borrowerId(), borrower.knownOn(), borrower.facts());
        }
        boolean guaranteed = guaranteed(t);
        facts(t, t.accountId(), null, t.openedOn(), PbocAccount.facts(t, guaranteed));
    }

    /** Whether somebody guarantees the account: as its story says, or one loan in {@value #GUARANTEED_OF}. */
    private boolean guaranteed(AccountDraft t) throws IOException {
        if (t.extras.stream().anyMatch(extra -> extra.cells().contains("GUARANTOR"))) {
            return true;
        }
        var loan = t.seat.lead();
        var dice = new SeededRandom(spec.seed(), loan.ordinal(), 7);
        var guarantor = loan.guarantor();
        if (t.isLine() || guarantor.isEmpty() || dice.between(1, GUARANTEED_OF) > 1) {
            return false;
        }
        // a story's own party is P1
        feeds.write(
                Feed.PARTIES,
                t.accountId() + "P2",
                t.accountId(),
                guarantor.get().borrowerId(),
                "GUARANTOR",
                t.product().decimal(t.principal()),
                t.openedOn(),
                null);
        return true;
    }

    private void facts(
            AccountDraft t,
            @Nullable String account,
            @Nullable String borrower,
            LocalDate effectiveOn,
            Map<String, String> facts)
            throws IOException {
        var posted = t.at(effectiveOn.isAfter(t.asOf()) ? t.asOf() : effectiveOn, 12);
        int number = 0;
        for (var fact : facts.entrySet()) {
            var id = (account == null ? borrower : account) + "K"
                    + Integer.toString(101 + number).substring(1);
            number++;
            feeds.write(
                    Feed.BUREAU_FACTS,
                    id,
                    "pboc",
                    account,
                    borrower,
                    fact.getKey(),
                    fact.getValue(),
                    effectiveOn,
                    posted);
        }
    }
}
