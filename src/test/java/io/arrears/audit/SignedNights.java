package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Sha256;
import io.arrears.audit.Checkpoint.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Four signed nights of three events each, and what a forger does to them. */
abstract class SignedNights {

    static final SigningKey KEY = SigningKey.generate();
    static final SigningKey OTHER = SigningKey.generate();

    @TempDir
    Path out;

    Path lender;

    /** Four nights of three events each. */
    @BeforeEach
    void nights() throws IOException {
        lender = out.resolve("north");
        publish(KEY, events(12, "done"), 4);
    }

    List<Binder.Result> check(Path... folders) {
        return new Binder(List.of(), Map.of()).check(List.of(folders));
    }

    static List<String> differences(List<Binder.Result> results) {
        return results.stream()
                .flatMap(result -> result.findings().differences().stream())
                .toList();
    }

    Path night(int day) {
        return lender.resolve("2026-11-" + day);
    }

    static Anchor anchor(Path folder, Head head) throws IOException {
        return new Anchor("north", head, folder.getFileName().toString(), Sha256.of(folder.resolve(Checkpoint.FILE)));
    }

    static List<AuditEvent> events(int count, String reason) {
        return chain(Head.NONE, count, reason);
    }

    static List<AuditEvent> chain(Head from, int count, String reason) {
        List<AuditEvent> events = new ArrayList<>();
        Head head = from;
        for (int i = 0; i < count; i++) {
            Event event = Event.of(Event.What.STEP_DONE, Instant.EPOCH).reason(reason + " " + (head.number() + 1));
            AuditEvent next = AuditEvent.after(head.number(), head.hash(), event);
            events.add(next);
            head = new Head(next.number(), next.hash());
        }
        return events;
    }

    static String lines(List<AuditEvent> events) {
        return String.join("\n", events.stream().map(AuditEvent::line).toList()) + "\n";
    }

    void publish(SigningKey key, List<AuditEvent> events, int nights) throws IOException {
        Head since = Head.NONE;
        Manifest.Previous previous = null;
        String checkpoint = null;
        for (int i = 0; i < nights; i++) {
            Path night = Files.createDirectories(night(17 + i));
            List<AuditEvent> exported = events.subList(i * 3, i * 3 + 3);
            write(night, exported);
            String asOf = night.getFileName().toString();
            Manifest manifest = manifest(night, i + 1, asOf, previous);
            Files.write(night.resolve(Manifest.FILE), manifest.bytes());
            Head head = new Head(exported.get(2).number(), exported.get(2).hash());
            Files.write(
                    night.resolve(Checkpoint.FILE),
                    Checkpoint.sign(key, manifest, asOf, since, head, checkpoint)
                            .bytes());
            since = head;
            previous = new Manifest.Previous(asOf, Sha256.of(manifest.bytes()));
            checkpoint = Sha256.of(night.resolve(Checkpoint.FILE));
        }
    }

    /** Signs one more night that follows a folder in its manifest and a checkpoint in the trail. */
    void sign(SigningKey key, int day, long run, List<AuditEvent> exported, Path previous, Checkpoint before)
            throws IOException {
        Path night = Files.createDirectories(night(day));
        write(night, exported);
        String asOf = night.getFileName().toString();
        Manifest.Previous followed =
                new Manifest.Previous(previous.getFileName().toString(), Sha256.of(previous.resolve(Manifest.FILE)));
        Manifest manifest = manifest(night, run, asOf, followed);
        Files.write(night.resolve(Manifest.FILE), manifest.bytes());
        AuditEvent last = exported.get(exported.size() - 1);
        Head head = new Head(last.number(), last.hash());
        Files.write(
                night.resolve(Checkpoint.FILE),
                Checkpoint.sign(key, manifest, asOf, before.head(), head, Sha256.of(before.bytes()))
                        .bytes());
    }

    /** What a careful forger does: the manifest says what the files are now. */
    static void mend(Path night) throws IOException {
        Path file = night.resolve(Manifest.FILE);
        Manifest was = Manifest.parse(Files.readAllBytes(file));
        Files.write(file, manifest(night, was.run(), was.asOf(), was.previous()).bytes());
    }

    private static void write(Path night, List<AuditEvent> exported) throws IOException {
        Files.writeString(night.resolve(Manifest.TRAIL), lines(exported));
        Files.writeString(night.resolve("delinquency.csv"), """
                account_id,status,bucket,overdue_total,balance,unallocated
                A1,OPEN,M1,20.00,30.00,0.00
                A2,OPEN,M0,0.00,12.50,0.00
                """.replace("\n", "\r\n"));
        Files.writeString(Files.createDirectories(night.resolve("pboc")).resolve("H1.txt"), "header\r\nA1 20.00\r\n");
    }

    static Manifest manifest(Path night, long run, String asOf, Manifest.Previous previous) throws IOException {
        List<FileEntry> files = new ArrayList<>();
        for (String file : List.of(Manifest.TRAIL, "delinquency.csv", "pboc/H1.txt")) {
            if (Files.exists(night.resolve(file))) {
                files.add(FileEntry.of(night, file));
            }
        }
        String at = "2026-11-20T23:00:00Z";
        return new Manifest(
                1, "north", asOf, 1, run, at, at, "1", "0", false, 0, List.of(), files, null, null, null, previous);
    }

    static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
