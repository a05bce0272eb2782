package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who says what a command says, and why; the commands mix in what they need. */
final class People {

    private People() {}

    /** {@code --by ONE --by OTHER}. */
    static final class Two {

        @Option(
                names = "--by",
                required = true,
                arity = "1",
                paramLabel = "NAME",
                description = "Who says so; given twice, with the names of two different people.")
        private List<String> names = new ArrayList<>();

        TwoPeople people() {
            return TwoPeople.of(names);
        }
    }

    /** {@code --by ONE --by OTHER}, or one who asks another to confirm it. */
    static final class TwoOrAsking {

        @Option(
                names = "--by",
                required = true,
                arity = "1",
                paramLabel = "NAME",
                description =
                        "Who says so; given twice, with the names of two different people. Given once, it is asked"
                                + " for, and done when another person confirms it.")
        private List<String> names = new ArrayList<>();

        List<String> names() {
            return names;
        }
    }

    /** {@code --by NAME}. */
    static final class One {

        @Option(names = "--by", paramLabel = "NAME", description = "Who says so. Default: the user of this machine.")
        private String name = System.getProperty("user.name", "unknown");

        Signatory signatory() {
            return new Signatory(name);
        }
    }

    /** {@code --by NAME}, or {@code --by ONE --by OTHER}. */
    static final class OneOrTwo {

        @Option(
                names = "--by",
                arity = "1",
                paramLabel = "NAME",
                description =
                        "Who says so; given twice where two people must, or once by one who asks another to confirm"
                                + " it. Default: the user of this machine.")
        private List<String> names = new ArrayList<>();

        List<String> names() {
            return names;
        }

        /** Who says so where nobody else does. */
        Signatory one() {
            return new Signatory(names.isEmpty() ? System.getProperty("user.name", "unknown") : names.get(0));
        }
    }

    /** {@code --by ONE --by OTHER --reason TEXT} of an option that asks for them; none without it. */
    static final class OfOption {

        @Option(
                names = "--by",
                arity = "1",
                paramLabel = "NAME",
                description =
                        "Where two people are needed: who says so; given twice, or once by one who asks another to"
                                + " confirm it.")
        private List<String> names = new ArrayList<>();

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "Where two people are needed: why; kept for ever.")
        private @Nullable String reason;

        /** Refuses (2) unless they are given with the option, and with it alone. */
        boolean areAsked(boolean isGiven, String option, String sentence) {
            if (isGiven != (reason != null) || isGiven == names.isEmpty()) {
                throw new Refused(
                        ExitCode.USAGE,
                        option + ", --by (twice, or once to ask another) and --reason go together: two people "
                                + sentence);
            }
            return isGiven;
        }

        List<String> names() {
            return names;
        }

        Reason reason() {
            return new Reason(String.valueOf(reason));
        }
    }

    /** {@code --reason TEXT}. */
    static final class Why {

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "TEXT",
                description = "Why; kept for ever, in at most 500 characters.")
        private String text = "";

        Reason reason() {
            return new Reason(text);
        }
    }
}
