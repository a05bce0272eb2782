package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.store.imports.RejectStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Says how many rejected rows can be anybody's or hold from the worklist, how old they are, and what to do about them. */
final class UnknownRejectsText {

    private UnknownRejectsText() {}

    static void print(Application application, String lender, PrintWriter out) {
        print(
                application.unknownRejects(lender),
                lender,
                "no account that the ledger knows",
                "it can be anybody's, so no negative record of this lender goes out",
                out);
        print(
                application.worklistRejects(lender, false),
                lender,
                "whom not to contact, or how",
                "nobody is contacted about the accounts that it names",
                out);
        print(
                application.worklistRejects(lender, true),
                lender,
                "nobody that the ledger knows",
                "it can be about anybody, so no account of this lender goes to an agency or to court",
                out);
    }

    private static void print(
            List<RejectStore.Missing> open, String lender, String what, String consequence, PrintWriter out) {
        if (open.isEmpty()) {
            return;
        }
        RejectStore.Missing oldest = open.get(0);
        long days = Duration.between(oldest.rejectedAt(), Clock.systemUTC().instant())
                .toDays();
        out.println("  " + lender + ": " + open.size()
                + (open.size() == 1 ? " rejected row names " : " rejected rows name ")
                + what + ", the oldest " + oldest.row() + " for " + days
                + (days == 1 ? " day" : " days")
                + ": " + consequence + " until it arrives, or two people discard it with 'arrears import discard'");
    }
}
