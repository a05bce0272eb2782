package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        header = "Lists and accepts what a rule set aside and holds.",
        description = {
            "What a rule sets aside stands in review.csv and holds its account from every bureau until its facts are put right,",
            "or two people have looked and accept it as it is."
        },
        subcommands = {ReviewCommand.Accept.class, ReviewListCommand.class})
final class ReviewCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "name what to do; 'arrears review --help' lists it");
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            header = "Two people accept an entry of a review as it is.",
            description = {
                "The account is held for it no longer, from the next run on; it holds again once a row that it rests on is",
                "another: docs/operating.md says which. Figures stay as they are, and an account whose schedule is not whole stays",
                "open."
            })
    static final class Accept implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "ACCOUNT", description = "As review.csv has it, as the next two.")
        private String account = "";

        @Parameters(index = "1", paramLabel = "CODE", description = "Such as BEFORE_OPENING.")
        private String code = "";

        @Parameters(index = "2", paramLabel = "SUBJECT", description = "Such as an entry's id, or a schedule version.")
        private String subject = "";

        @Mixin
        private final People.Two two = new People.Two();

        @Mixin
        private final People.Why why = new People.Why();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Review review = new Review(code(), subject);
            TwoPeople people = two.people();
            Reason reason = why.reason();
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                application.reviews().accept(account, review, people, reason);
                Console.out(spec)
                        .println(review.code() + " " + review.subject() + " of " + account
                                + " is accepted: the next run tells what waited for it alone");
                return 0;
            }
        }

        private ReviewCode code() {
            return Arrays.stream(ReviewCode.values())
                    .filter(known -> known.name().equals(code.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            ExitCode.USAGE, "CODE is none that review.csv has; it looks like BEFORE_OPENING"));
        }
    }
}
