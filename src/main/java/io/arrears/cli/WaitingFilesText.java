package io.arrears.cli;

import io.arrears.batch.Application;
import java.io.PrintWriter;

/** Says how many files for bureaus wait for somebody, since when, and what tells whose turn it is (S19). */
final class WaitingFilesText {

    private WaitingFilesText() {}

    static void print(Application application, String lender, PrintWriter out) {
        application
                .submissions()
                .waiting(lender)
                .forEach(waiting -> out.println("  " + waiting.bureau() + ": " + waiting.files()
                        + (waiting.files() == 1 ? " file is " : " files are ") + waiting.state() + " with "
                        + waiting.records() + (waiting.records() == 1 ? " record" : " records") + ", the oldest since "
                        + waiting.since() + ": 'arrears bureau status " + waiting.bureau()
                        + "' says whose turn it is"));
    }
}
