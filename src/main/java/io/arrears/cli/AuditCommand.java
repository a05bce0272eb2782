package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.Anchor;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.ChainCheck;
import io.arrears.audit.Checkpoint;
import io.arrears.audit.Findings;
import io.arrears.audit.SigningKey;
import io.arrears.batch.Application;
import io.arrears.night.SignatureKeys;
import io.arrears.ops.Lineage.Traced;
import io.arrears.store.CheckpointStore.Kept;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = "Shows and checks what was done to a lender's book, and where a line told to a bureau comes from.",
        description = {
            "What is done to a lender's book stands in one chain of events a lender, each hashed onto the one before. Every",
            "published folder exports the events since the folder before and signs them; 'arrears verify' checks that alone."
        },
        subcommands = {
            AuditCommand.Show.class,
            AuditCommand.Trace.class,
            AuditCommand.Verify.class,
            AuditCommand.KeepAnchor.class,
            AuditCommand.Keygen.class
        })
final class AuditCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "name what to do; 'arrears audit --help' lists it");
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            header = "Shows the events of lenders or of a run, or everything that was published of an account.")
    static final class Show implements Callable<Integer> {

        @Mixin
        private final Lenders lenders = new Lenders();

        @Option(
                names = "--run",
                paramLabel = "RUN",
                description = "Only this run, by the number 'arrears status' shows.")
        private @Nullable Long run;

        @Option(
                names = "--account",
                paramLabel = "ACCOUNT",
                description = "Instead of events, the account's standings and every line a bureau was told of it.")
        private @Nullable String account;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = Console.out(spec);
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                List<String> meant = lenders.of(application);
                if (account != null) {
                    AuditText.print(application.lineage().history(account), out);
                    return 0;
                }
                for (String name : meant) {
                    List<AuditEvent> events = run == null
                            ? application.audit().all(name)
                            : application.audit().ofRun(name, run);
                    if (run == null || !events.isEmpty()) {
                        out.println(name);
                    }
                    events.forEach(event -> AuditText.print(event, out));
                }
                return 0;
            }
        }
    }

    @Command(
            name = "trace",
            mixinStandardHelpOptions = true,
            header = "Tells which account, standing and ledger rows stand behind a line of a file for a bureau.")
    static final class Trace implements Callable<Integer> {

        @Parameters(
                paramLabel = "FILE:LINE",
                description = "A file for a bureau, its path or its name, and a line in it; line 1 is its header.")
        private String place = "";

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            if (!place.matches(".+:[0-9]{1,15}")) {
                throw new Refused(ExitCode.USAGE, "expected FILE:LINE, such as out/harbour/2026-11-02/pboc/….txt:2");
            }
            int colon = place.lastIndexOf(':');
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                Traced traced = application
                        .lineage()
                        .trace(Path.of(place.substring(0, colon)), Long.parseLong(place.substring(colon + 1)));
                AuditText.print(traced, Console.out(spec));
                return Boolean.FALSE.equals(traced.asWritten()) ? ExitCode.DIFFERENCE.code() : ExitCode.DONE.code();
            }
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            header = "Checks the chain in the database, event by event, against its checkpoints.",
            description = "Exit 3: an event was changed or removed, or the history re-written; it says which.")
    static final class Verify implements Callable<Integer> {

        @Mixin
        private final Lenders lenders = new Lenders();

        @Option(
                names = "--anchor",
                paramLabel = "FILE",
                description = "What 'arrears audit anchor' printed, kept on another host.")
        private @Nullable Path anchor;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = Console.out(spec);
            Map<String, Anchor> anchors = VerifyCommand.anchors(anchor);
            boolean differs = false;
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                for (String name : lenders.of(application)) {
                    Findings findings = ChainCheck.of(
                            application.audit().all(name),
                            application.checkpoints().heads(name),
                            anchors.get(name));
                    VerifyCommand.print(name, findings, out);
                    differs |= !findings.differences().isEmpty();
                }
            }
            return differs ? ExitCode.DIFFERENCE.code() : ExitCode.DONE.code();
        }
    }

    @Command(
            name = "anchor",
            mixinStandardHelpOptions = true,
            header = "Prints how far each chain and its folders have come, to be kept on another host.",
            description = {
                "A line a lender: its name, the number and hash of its last event, its last published folder and the SHA-256 of",
                "that folder's checkpoint. Kept where nobody who can write here can write, it shows 'verify --anchor' what was",
                "cut off or re-written since."
            })
    static final class KeepAnchor implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                for (String lender : application.lenders().all()) {
                    AuditEvent head = application.audit().head(lender);
                    Kept last = application.checkpoints().last(lender).orElse(null);
                    Anchor anchor = new Anchor(
                            lender,
                            new Checkpoint.Head(head.number(), head.hash()),
                            last == null
                                    ? null
                                    : application.runs().find(last.run()).folderName(),
                            last == null ? null : last.digest());
                    Console.out(spec).println(anchor.line());
                }
                return 0;
            }
        }
    }

    @Command(
            name = "keygen",
            mixinStandardHelpOptions = true,
            header = "Makes the key that signs published folders.",
            description = {
                "The first night that publishes makes it otherwise. It replaces one only with --rotate: the old key says that the",
                "new one follows it, which stands in every lender's trail, and is kept beside the new one. Nights that are",
                "running must end first (75)."
            })
    static final class Keygen implements Callable<Integer> {

        @ArgGroup(exclusive = false)
        private @Nullable Rotation rotation;

        @Spec
        private @Nullable CommandSpec spec;

        static final class Rotation {

            @Option(names = "--rotate", required = true, description = "Sign with a new key from now on.")
            private boolean rotate;

            @Option(
                    names = "--by",
                    required = true,
                    arity = "1",
                    paramLabel = "NAME",
                    description = "Who says so; given twice, with the names of two different people.")
            private List<String> names = List.of();

            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept for ever.")
            private String reason = "";
        }

        @Override
        public Integer call() throws IOException {
            TwoPeople people = rotation == null || !rotation.rotate ? null : TwoPeople.of(rotation.names);
            Reason why = rotation == null ? null : new Reason(rotation.reason);
            PrintWriter out = Console.out(spec);
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                SignatureKeys keys = application.keys();
                SigningKey made = people == null || why == null
                        ? keys.make()
                        : application.nights().rotateKey(people, why);
                out.println("key " + made.verifyKey().id() + ", its public half in " + keys.publicFile() + ":");
                out.print(made.verifyKey().pem());
                out.println("Keep a copy of the public half on another host: 'arrears verify --key' with it shows who"
                        + " signed.");
                out.println("Let nobody read " + keys.file() + ", and back it up: whoever has it can sign.");
                return 0;
            }
        }
    }
}
