package io.arrears.sample;

import java.util.List;
import java.util.Optional;

/**
 * The place of an account in the ledger: who is before it says who it is, so no account needs another to be made.
 *
 * @param first accounts dealt to the lenders before this one
 * @param local the account's place in its lender, from 0
 */
record AccountSlot(SampleLender lender, long first, long local) {
    /** Of so many accounts the last tells a story. */
    static final int STORY_STEP = 4;

    /** Told in turn. */
    static final List<Story> STORIES = List.of(Story.values());

    private static final int HOUSEHOLD = 8;

    /** Fewer seats back there may be the same borrower's other account. */
    private static final int GUARANTOR_STEP = 3;

    /** The number of the account in the ledger, from 1. */
    long ordinal() {
        return first + local + 1;
    }

    String accountId() {
        return lender.prefix() + digits(ordinal());
    }

    Optional<Story> story() {
        if (!lender.awkward() || lender.lendsByLine() || local % STORY_STEP != STORY_STEP - 1) {
            return Optional.empty();
        }
        return Optional.of(STORIES.get((int) (local / STORY_STEP % STORIES.size())));
    }

    /** The seat of the joint loan's lead, for a funder's share of it; the seat itself for all others. */
    AccountSlot lead() {
        boolean share = story().filter(story -> story == Story.JOINT_LOAN_SHARE).isPresent();
        return share ? new AccountSlot(lender, first, local - STORY_STEP) : this;
    }

    /** The seat whose borrower this account's borrower is: of eight accounts, three have the same one. */
    AccountSlot borrower() {
        long place = local % HOUSEHOLD;
        return place == 5 || place == 6 ? new AccountSlot(lender, first, local - place + 4) : lead();
    }

    /** The seat whose borrower may guarantee this account: always another borrower; the first accounts have none. */
    Optional<AccountSlot> guarantor() {
        return local < GUARANTOR_STEP
                ? Optional.empty()
                : Optional.of(new AccountSlot(lender, first, local - GUARANTOR_STEP));
    }

    String borrowerId() {
        return lender.prefix() + "B" + digits(borrower().ordinal());
    }

    private static String digits(long ordinal) {
        return Long.toString(1_000_000_000L + ordinal).substring(1);
    }
}
