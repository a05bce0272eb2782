package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.Checkpoint.Head;
import io.arrears.audit.Event;
import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.audit.Pack;
import io.arrears.audit.PackTrail;
import io.arrears.audit.SigningKey;
import io.arrears.night.Engine;
import io.arrears.night.SignatureKeys;
import io.arrears.ops.Explanations.Explained;
import io.arrears.publish.Draft;
import io.arrears.publish.Home;
import io.arrears.report.EvidencePage;
import io.arrears.report.EvidenceTable;
import io.arrears.run.Run;
import io.arrears.store.AuditStore;
import io.arrears.store.CheckpointStore;
import io.arrears.store.CheckpointStore.Kept;
import io.arrears.store.account.EvidenceStore;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes evidence packs: what a court, a mediator or a dispute desk asks for of one account, in one signed file. */
public final class EvidencePacks {

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
    private static final Set<String> OF_RUNS =
            Set.of(Event.What.RUN_STARTED.text(), Event.What.RUN_PUBLISHED.text(), Event.What.RUN_WITHDRAWN.text());

    private final DataSource pool;
    private final RunStore runs;
    private final Explanations explanations;
    private final AccountLadders ladders;
    private final Lineage lineage;
    private final SubmissionLog log;
    private final AuditStore audit;
    private final CheckpointStore checkpoints;
    private final SignatureKeys keys;
    private final Home home;
    private final Clock clock;

    /** What a pack is made with beside the account's explanation. */
    public record Stores(
            DataSource pool, RunStore runs, AuditStore audit, CheckpointStore checkpoints, SignatureKeys keys) {}

    public EvidencePacks(
            Stores stores,
            Explanations explanations,
            AccountLadders ladders,
            Lineage lineage,
            SubmissionLog log,
            Home home,
            Clock clock) {
        this.pool = stores.pool();
        this.runs = stores.runs();
        this.audit = stores.audit();
        this.checkpoints = stores.checkpoints();
        this.keys = stores.keys();
        this.explanations = explanations;
        this.ladders = ladders;
        this.lineage = lineage;
        this.log = log;
        this.home = home;
        this.clock = clock;
    }

    /**
     * Who asks for a pack of what.
     *
     * @param cutoff what may be seen; now if none is given
     * @param reason why, for the audit trail
     */
    public record Request(
            String account,
            LocalDate asOf,
            @Nullable Instant cutoff,
            Path out,
            @Nullable String reason) {}

    /** A pack that was made; {@code cutoff} makes the same again. */
    public record Made(Path file, String sha256, int files, Instant cutoff) {}

    /**
     * Writes a pack whole, or nothing.
     *
     * @throws Refused (2) when the account is not known, the day is still to come, or the file is there or cannot be made
     */
    public Made make(Request request) throws IOException {
        Explained explained = explanations.explain(request.account(), request.asOf(), request.cutoff());
        String lender = explained.lender().name();
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), explained.lender().policy().zone());
        if (request.asOf().isAfter(today)) {
            throw new Refused(ExitCode.USAGE, "--as-of " + request.asOf() + " is still to come: today is " + today);
        }
        if (!request.out().toString().endsWith(".zip")) {
            throw new Refused(
                    ExitCode.USAGE,
                    "--out " + request.out() + ": a pack is a .zip, by which 'arrears verify' knows it");
        }
        Path folder = home.begin("evidence");
        Path lock = home.begin(Home.LOCKS).resolve("evidence-packs");
        try (Draft draft = Draft.of(request.out());
                FileChannel one = FileChannel.open(Home.file(lock), StandardOpenOption.WRITE)) {
            SigningKey key = keys.of(lender, ExitCode.USAGE);
            one.lock(); // one pack at a time, so that what lies there is of one whose process was killed
            clear(folder);
            try {
                Path files = Home.folder(folder.resolve("pack"));
                List<String> names = fill(files, explained, request.account(), key);
                Pack.write(files, names, draft.out());
                String sha256 = draft.sha256();
                say(lender, request, explained, sha256);
                draft.place();
                return new Made(request.out(), sha256, names.size(), explained.cutoff());
            } finally {
                clear(folder);
            }
        }
    }

    private List<String> fill(Path folder, Explained explained, String account, SigningKey key) throws IOException {
        String lender = explained.lender().name();
        Instant cutoff = explained.cutoff();
        LocalDate asOf = explained.explanation().figures().asOf();
        List<Lineage.Line> told = lineage.history(account).lines().stream()
                .filter(line -> line.filed() == null
                        || !runs.find(line.record().run()).cutoff().isAfter(cutoff))
                .toList();
        List<EvidenceTable> tables = EvidenceTables.of(
                explained, ladders.of(explained), told, new EvidenceStore(pool, lender, account, cutoff));
        List<String> names = new ArrayList<>();
        Files.write(
                named(folder, names, EvidencePage.FILE),
                EvidencePage.of(explained.lender().language(), account, asOf.toString(), tables));
        for (EvidenceTable table : tables) {
            Files.writeString(named(folder, names, table.file()), table.csv());
        }
        Run night = runs.publishedBefore(lender, EVER, cutoff);
        Kept kept = night == null ? null : checkpoints.of(night).orElse(null);
        Head head = kept == null ? Head.NONE : kept.head();
        PackTrail.Written trail = PackTrail.of(
                audit.after(lender, 0).stream()
                        .takeWhile(event -> event.number() <= head.number())
                        .toList(),
                about(account, told, night));
        Files.writeString(named(folder, names, Manifest.TRAIL), trail.trail());
        Files.writeString(named(folder, names, PackTrail.LINKS), trail.links());
        List<FileEntry> files = new ArrayList<>();
        for (String name : names) {
            files.add(FileEntry.of(folder, name));
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                lender,
                asOf.toString(),
                Pack.SEQUENCE,
                night == null ? 0 : night.id(),
                cutoff.toString(),
                cutoff.toString(),
                Engine.VERSION,
                explained.lender().digest(),
                false,
                0,
                List.of(),
                files,
                null,
                null,
                null,
                null);
        return Pack.sign(folder, manifest, account, key, head, kept == null ? null : kept.digest());
    }

    private static Path named(Path folder, List<String> names, String name) {
        names.add(name);
        return folder.resolve(name);
    }

    /** The events that name the account or a file it stands in, those of the runs that told it, and every change of key. */
    private static Predicate<AuditEvent> about(String account, List<Lineage.Line> told, @Nullable Run night) {
        Set<String> words = new HashSet<>(Set.of(account));
        Set<Long> itsRuns = new HashSet<>();
        if (night != null) {
            itsRuns.add(night.id());
        }
        told.stream().map(Lineage.Line::filed).filter(Objects::nonNull).forEach(filed -> {
            words.add(filed.submission().name());
            itsRuns.add(filed.run());
        });
        Pattern named = Pattern.compile(words.stream()
                .map(word -> "(?<![A-Za-z0-9._-])" + Pattern.quote(word) + "(?![A-Za-z0-9_-])")
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow());
        Pattern ofRun = Pattern.compile("\"run\":(\\d+)");
        return event -> {
            String json = event.json();
            Matcher run = ofRun.matcher(json);
            boolean isOfRun = run.find()
                    && itsRuns.contains(Long.valueOf(run.group(1)))
                    && OF_RUNS.stream().anyMatch(what -> json.contains("\"what\":\"" + what + "\""));
            return isOfRun
                    || json.contains("\"what\":\"" + Event.What.KEY_CHANGED.text() + "\"")
                    || named.matcher(json).find();
        };
    }

    /** Said before the file has its name: a pack that nobody knows of is worse than an event of one that was not kept. */
    private void say(String lender, Request request, Explained explained, String sha256) {
        Event event = Event.of(Event.What.EVIDENCE_MADE, clock.instant())
                .on(request.account())
                .with("asOf", request.asOf().toString())
                .with("cutoff", explained.cutoff().toString())
                .after(sha256)
                .reason(request.reason());
        log.alone(lender, () -> {
            log.append(lender, event);
            return event;
        });
    }

    /** Removes everything below the folder. */
    private static void clear(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
