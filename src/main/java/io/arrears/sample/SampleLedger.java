package io.arrears.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a made-up ledger as the feeds of one delivery.
 *
 * <p>Each account is a function of the seed and its number alone, and is written before the next is made, so memory does not
 * grow with the ledger. Rows stand in ascending order of the account id in every feed.
 *
 * <p>control.csv has a row a feed: its rows, and the plain sum of its amount columns, over all currencies, where it has any
 * (principal in accounts; principal, interest, fee and penalty in instalments; amount in entries). It has no rows a lender,
 * product and currency: what is open and overdue is for the core system to say, and the generator does not assess.
 */
public final class SampleLedger {
    private SampleLedger() {}

    /** Writes the feeds into the folder, which is made if need be; feeds an earlier delivery left there are deleted. */
    public static void write(SampleSpec spec, Path dir) throws IOException {
        Files.createDirectories(dir);
        try (var feeds = new Feeds(dir)) {
            var rows = new AccountRows(feeds);
            var paperwork = new Paperwork(spec, feeds);
            for (int i = 0; i < spec.lenders().size(); i++) {
                long first = spec.dealtUpTo(i);
                long size = spec.dealtUpTo(i + 1) - first;
                for (long local = 0; local < size; local++) {
                    var draft = draft(spec, new AccountSlot(spec.lenders().get(i), first, local));
                    rows.write(draft);
                    paperwork.write(draft);
                }
            }
            feeds.control(spec.asOf());
        }
    }

    static AccountDraft draft(SampleSpec spec, AccountSlot seat) {
        var draft = new AccountDraft(spec, seat);
        if (seat.lender().lendsByLine()) {
            LineStory.of(seat).tell(draft);
        } else {
            seat.story().ifPresentOrElse(story -> story.tell(draft), () -> Ordinary.tell(draft));
        }
        return draft;
    }
}
