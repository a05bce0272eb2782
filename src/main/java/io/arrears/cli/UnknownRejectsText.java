package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.store.imports.RejectStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Says how many rejected rows can be anybody's, how old they are, and what to do about them. */
final class UnknownRejectsText {

    private UnknownRejectsText() {}

    static void print(Application application, String lender, PrintWriter out) {
        List<RejectStore.Missing> open = application.unknownRejects(lender);
        if (open.isEmpty()) {
            return;
        }
        RejectStore.Missing oldest = open.get(0);
        long days = Duration.between(oldest.rejectedAt(), Clock.systemUTC().instant())
                .toDays();
        out.println("  " + lender + ": " + open.size()
                + (open.size() == 1 ? " rejected row names" : " rejected rows name")
                + " no account that the ledger knows, the oldest " + oldest.row() + " for " + days
                + (days == 1 ? " day" : " days")
                + ": it can be anybody's, so no negative record of this lender goes out until it arrives, or two people"
                + " discard it with 'arrears import discard'");
    }
}
