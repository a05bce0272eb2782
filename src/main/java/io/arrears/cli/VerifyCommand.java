package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Visible;
import io.arrears.audit.Anchor;
import io.arrears.audit.Binder;
import io.arrears.audit.Findings;
import io.arrears.audit.VerifyKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Checks published folders, and the audit trail through them, from their bytes alone.",
        description = {
            "Checks published folders from their bytes alone, without a database: every file against the manifest's length,",
            "SHA-256, record count and totals, no file too many; the signature over it; the audit events, each hashed onto the",
            "one before, from folder to folder; that no night is missing, and that each lies where it was published, under its",
            "own name. A replay is signed by nobody and counts only in replay/; a withdrawn night must be said to be so by",
            "something signed. Links, pipes and the like are named and never opened. Exit 3: something differs. A lender's",
            "folder, out/LENDER, means all its nights from the first on."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int LONGEST = 1 << 20;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "Published folders, such as out/LENDER/2026-11-20, a lender's folder, out/LENDER, or what"
                    + " 'arrears evidence' wrote, FILE.zip.")
    private List<Path> folders = List.of();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "A public key that may have signed them, kept on another host; may be given more than once.")
    private List<Path> keys = List.of();

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description =
                    "What 'arrears audit anchor' printed, kept on another host: shows whether nights were cut off.")
    private @Nullable Path anchor;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Console.out(spec);
        List<VerifyKey> trusted = new ArrayList<>();
        for (Path key : keys) {
            trusted.add(key(key));
        }
        boolean differs = false;
        for (Binder.Result result : new Binder(trusted, anchors(anchor)).check(folders)) {
            print(result.of(), result.findings(), out);
            differs |= !result.findings().differences().isEmpty();
        }
        return differs ? ExitCode.DIFFERENCE.code() : ExitCode.DONE.code();
    }

    /** What was found of something: right, open, or different. */
    static void print(String of, Findings findings, PrintWriter out) {
        out.println(Visible.of(of) + (findings.differences().isEmpty() ? "" : ": DIFFERS"));
        findings.checked().forEach(line -> out.println("  ok     " + line));
        findings.unproven().forEach(line -> out.println("  open   " + line));
        findings.differences().forEach(line -> out.println("  DIFFER " + line));
    }

    private static VerifyKey key(Path file) {
        try {
            return VerifyKey.parse(text(file));
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, file + " holds no public key such as keys/audit.pub");
        }
    }

    /** The anchors of a file by lender; none without a file. */
    static Map<String, Anchor> anchors(@Nullable Path file) {
        if (file == null) {
            return Map.of();
        }
        try {
            return Anchor.parse(text(file).lines().toList());
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, file + ": " + e.getMessage());
        }
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.USAGE, "there is no file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new Refused(
                        ExitCode.USAGE, file + " is longer than any key or anchor; name the file that holds it");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new Refused(ExitCode.USAGE, file + " cannot be read: " + e.getMessage());
        }
    }
}
