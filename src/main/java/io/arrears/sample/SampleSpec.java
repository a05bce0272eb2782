package io.arrears.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a made-up ledger depends on: the same spec gives the same bytes.
 *
 * <p>Accounts are numbered from 1 and dealt to the lenders in consecutive ranges by their shares; the lenders' prefixes ascend, so
 * account ids ascend in byte order with the number: H000000001, H000000002 … M000001001.
 *
 * @param accounts how many accounts, over all lenders
 * @param asOf the day the ledger is told on: what is posted is posted by the end of it, in UTC
 */
public record SampleSpec(long accounts, long seed, LocalDate asOf, List<SampleLender> lenders) {
    static final LocalDate DEMO_DAY = LocalDate.of(2026, 10, 31);

    private static final long MOST = 999_999_999L;

    public SampleSpec {
        lenders = List.copyOf(lenders);
        if (accounts < 1 || accounts > MOST) {
            throw new IllegalArgumentException("accounts must be 1 to " + MOST + ": " + accounts);
        }
        if (lenders.isEmpty()) {
            throw new IllegalArgumentException("a ledger needs a lender");
        }
        for (int i = 1; i < lenders.size(); i++) {
            if (lenders.get(i - 1).prefix().compareTo(lenders.get(i).prefix()) >= 0) {
                throw new IllegalArgumentException("lenders stand in ascending order of their prefixes, all different");
            }
        }
    }

    /** The demo ledger: two lenders of loans and one of lines of credit on 31 October 2026. */
    public static SampleSpec of(long accounts, long seed) {
        return new SampleSpec(
                accounts, seed, DEMO_DAY, List.of(SampleLender.HARBOUR, SampleLender.MERIDIAN, SampleLender.ORCHARD));
    }

    /** The benchmark's ledger: lender {@code bench}, CNY, the same number of monthly instalments in every account. */
    public static SampleSpec uniform(long accounts, int instalments, long seed) {
        return new SampleSpec(accounts, seed, DEMO_DAY, List.of(SampleLender.bench(instalments)));
    }

    /** The same of lines, each with a year of bills, payments and 28 draws. */
    public static SampleSpec lines(long accounts, long seed) {
        return new SampleSpec(accounts, seed, DEMO_DAY, List.of(SampleLender.benchOfLines()));
    }

    /** The id of the first account of a lender that tells the story; empty in a ledger too small for it. */
    public Optional<String> example(SampleLender lender, Story story) {
        int index = lenders.indexOf(lender);
        long local = AccountSlot.STORY_STEP * (AccountSlot.STORIES.indexOf(story) + 1L) - 1;
        if (index < 0 || !lender.awkward() || local >= dealtUpTo(index + 1) - dealtUpTo(index)) {
            return Optional.empty();
        }
        return Optional.of(new AccountSlot(lender, dealtUpTo(index), local).accountId());
    }

    /** How many accounts the first {@code lenders} lenders have together. */
    long dealtUpTo(int lenders) {
        return accounts * share(lenders) / share(this.lenders.size());
    }

    private int share(int lenders) {
        return this.lenders.stream()
                .limit(lenders)
                .mapToInt(SampleLender::share)
                .sum();
    }
}
