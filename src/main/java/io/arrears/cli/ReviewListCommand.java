package io.arrears.cli;

import io.arrears.batch.Application;
import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.ReviewCode;
import io.arrears.ops.ReviewList;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "Lists what holds accounts, and for how long, the oldest first.",
        description = {
            "What the last night's review.csv has and rejected rows that have not arrived; who accepted an entry, where two",
            "people did. What is only told and holds nobody is not listed."
        })
final class ReviewListCommand implements Callable<Integer> {

    private static final String ROW = "%-14s %-20s %-27s %-24s %-10s %5s  %s%n";

    @Mixin
    private final Lenders lenders = new Lenders();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
            PrintWriter out = Console.out(spec);
            boolean isAny = false;
            for (String name : lenders.of(application)) {
                for (ReviewList.Held held : application.reviewList().of(name)) {
                    if (!isAny) {
                        out.printf(ROW, "lender", "account", "code", "subject", "since", "days", "turn");
                    }
                    isAny = true;
                    print(name, held, out);
                }
            }
            if (!isAny) {
                out.println("no review holds anybody");
            }
            return 0;
        }
    }

    private static void print(String lender, ReviewList.Held held, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                lender,
                held.account(),
                held.review().code(),
                held.review().subject(),
                held.since(),
                String.format(Locale.ROOT, "%,d", held.days()),
                turn(held));
    }

    private static String turn(ReviewList.Held held) {
        AcceptedReview accepted = held.accepted();
        if (accepted != null) {
            return "accepted " + accepted.at() + " by " + accepted.by();
        }
        ReviewCode code = held.review().code();
        if (code.isAcceptable()) {
            return "import, or review accept";
        }
        return code == ReviewCode.NO_INSTALMENTS ? "import" : "import, or import discard";
    }
}
