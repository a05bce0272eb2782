package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.Checkpoint.Head;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pack proves itself, and whatever a forger does to it is named. */
class PackTest {

    private static final SigningKey KEY = SigningKey.generate();
    private static final SigningKey OTHER = SigningKey.generate();

    @TempDir
    Path folder;

    private Path zip;
    private List<AuditEvent> events;

    @BeforeEach
    void pack() throws IOException {
        events = SignedNights.chain(Head.NONE, 6, "done");
        zip = pack(KEY, "good.zip");
    }

    /** Of six events the second and the fifth are told. */
    private Path pack(SigningKey key, String name) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files-" + name));
        PackTrail.Written trail = PackTrail.of(events, event -> event.number() == 2 || event.number() == 5);
        Files.writeString(files.resolve("evidence.html"), "<p>A1</p>");
        Files.writeString(files.resolve("entries.csv"), "entry_id,amount\r\nE1,10.00\r\n");
        Files.writeString(files.resolve(Manifest.TRAIL), trail.trail());
        Files.writeString(files.resolve(PackTrail.LINKS), trail.links());
        List<FileEntry> entries = new ArrayList<>();
        for (String file : List.of("evidence.html", "entries.csv", Manifest.TRAIL, PackTrail.LINKS)) {
            entries.add(FileEntry.of(files, file));
        }
        List<String> names = Pack.sign(files, manifest(entries), "A1", key, head(), null);
        Path out = folder.resolve(name);
        try (OutputStream to = Files.newOutputStream(out)) {
            Pack.write(files, names, to);
        }
        return out;
    }

    private Head head() {
        AuditEvent last = events.get(events.size() - 1);
        return new Head(last.number(), last.hash());
    }

    private static Manifest manifest(List<FileEntry> entries) {
        String known = "2026-11-21T00:00:00Z";
        return new Manifest(
                1,
                "north",
                "2026-11-20",
                Pack.SEQUENCE,
                3,
                known,
                known,
                "1",
                "0".repeat(64),
                false,
                0,
                List.of(),
                entries,
                null,
                null,
                null,
                null);
    }

    private static Findings check(Path zip, SigningKey... trusted) {
        return new Binder(Stream.of(trusted).map(SigningKey::verifyKey).toList(), Map.of())
                .check(List.of(zip))
                .get(0)
                .findings();
    }

    @Test
    void a_pack_proves_itself_and_every_unzip_reads_it() throws IOException {
        Findings findings = check(zip, KEY);
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.checked())
                .contains(
                        "checkpoint.json: signed by key " + KEY.verifyKey().id(),
                        "audit.jsonl: 2 events about the account, each follows from the one before, up to event 6");
        assertThat(findings.unproven()).hasSize(1).allMatch(line -> line.startsWith("trail: "));
        assertThat(check(zip).unproven()).anyMatch(line -> line.startsWith("key: "));
        assertThat(check(zip, OTHER).differences())
                .containsExactly("checkpoint.json: is signed by key "
                        + KEY.verifyKey().id() + ", which is none of those you trust");
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "evidence.html",
                            "entries.csv",
                            "audit.jsonl",
                            "audit-links.csv",
                            "manifest.json",
                            "checkpoint.json");
            assertThat(read.getInputStream(read.getEntry("evidence.html")).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("<p>A1</p>");
        }
        assertThat(pack(KEY, "again.zip")).hasSameBinaryContentAs(zip);
    }

    @Test
    void nothing_of_a_pack_is_copied_anywhere() throws Exception {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        try (WatchService made = temp.getFileSystem().newWatchService()) {
            temp.register(made, StandardWatchEventKinds.ENTRY_CREATE);
            assertThat(check(zip, KEY).differences()).isEmpty();
            WatchKey seen = made.poll(200, TimeUnit.MILLISECONDS);
            List<WatchEvent<?>> events = seen == null ? List.of() : seen.pollEvents();
            assertThat(events).extracting(event -> event.context().toString()).noneMatch(name -> name.contains("pack"));
        }
    }

    @Test
    void a_directory_that_leads_elsewhere_than_the_files_is_not_followed() throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        int end = bytes.length - 22;
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = fields.getInt(end + 16);
        for (int at : List.of(directory + 10, directory + 24, directory + 42, directory + 46, end + 10, end + 12)) {
            byte[] forged = bytes.clone();
            forged[at]++;
            Path other = Files.write(folder.resolve("led.zip"), forged);
            assertThat(check(other, KEY).differences())
                    .as("byte %d of the directory", at - directory)
                    .containsExactly("the zip: holds something beside its files, or is not written as a pack is");
            assertThat(check(other, KEY).checked()).isEmpty();
        }
    }

    @Test
    void an_event_that_was_changed_before_it_was_signed_is_named() throws IOException {
        AuditEvent fifth = events.get(4);
        events.set(4, new AuditEvent(5, fifth.json().replace("done 5", "done 6"), fifth.hash()));
        assertThat(check(pack(KEY, "changed.zip"), KEY).differences())
                .containsExactly(
                        "audit.jsonl: event 5 was changed: its hash does not follow from it and the one before");
        events.set(4, fifth);
        events.remove(3);
        assertThat(check(pack(KEY, "gap.zip"), KEY).differences())
                .contains("audit.jsonl: the hash before event 5 is missing");
    }

    @Test
    void an_anchor_shows_whether_the_lender_has_these_events() {
        assertThat(anchored(6, events.get(5).hash()).checked()).contains("the anchor: knows the same event 6");
        assertThat(anchored(6, "1".repeat(64)).differences())
                .containsExactly("the anchor: knows another event 6: the history was re-written");
        assertThat(anchored(3, events.get(2).hash()).unproven())
                .as("an event that the pack has no word of")
                .anyMatch(line -> line.startsWith("trail: "));
    }

    private Findings anchored(long number, String hash) {
        Anchor anchor = new Anchor("north", new Head(number, hash), null, null);
        return new Binder(List.of(KEY.verifyKey()), Map.of("north", anchor))
                .check(List.of(zip))
                .get(0)
                .findings();
    }

    /** What a forger does to the files of a pack, by name, and what is said of it. */
    interface Forgery {
        void on(Map<String, byte[]> files) throws IOException;
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged("a changed page", "evidence.html: sha256", f -> f.put("evidence.html", bytes("<p>A2</p>"))),
                forged("a file more", "extra.txt: is not in the manifest", f -> f.put("extra.txt", bytes("x"))),
                forged("a file less", "entries.csv: is missing", f -> f.remove("entries.csv")),
                forged("no signature", "checkpoint.json: is missing", f -> f.remove("checkpoint.json")),
                forged("another manifest", "manifest.json: is not the one that was signed", PackTest::otherManifest),
                forged(
                        "a path out",
                        "'../escaped-from-a-pack': is no name",
                        f -> f.put("../escaped-from-a-pack", bytes("x"))),
                forged("a path in", "'a/x': is no name that a pack has", f -> f.put("a/x", bytes("x"))),
                forged("an event gone", "audit.jsonl: sha256", PackTest::withoutEvent));
    }

    private static Arguments forged(String name, String said, Forgery forgery) {
        return Arguments.of(name, said, forgery);
    }

    private static void otherManifest(Map<String, byte[]> files) {
        files.put("evidence.html", bytes("<p>A2</p>"));
        Manifest was = Manifest.parse(files.get("manifest.json"));
        List<FileEntry> mended = was.files().stream()
                .map(file -> file.name().equals("evidence.html")
                        ? new FileEntry(file.name(), 9, io.arrears.Sha256.of(bytes("<p>A2</p>")), 0, null, Map.of())
                        : file)
                .toList();
        files.put("manifest.json", manifest(mended).bytes());
    }

    private static void withoutEvent(Map<String, byte[]> files) {
        String trail = new String(files.get("audit.jsonl"), StandardCharsets.UTF_8);
        files.put("audit.jsonl", bytes(trail.substring(trail.indexOf('\n') + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void what_was_changed_is_named(String name, String said, Forgery forgery) throws IOException {
        Map<String, byte[]> files = files();
        forgery.on(files);
        assertThat(check(zipped(files, ZipEntry.STORED), KEY).differences()).anyMatch(line -> line.contains(said));
        assertThat(Path.of(System.getProperty("java.io.tmpdir"), "escaped-from-a-pack"))
                .doesNotExist();
    }

    @Test
    void a_bomb_is_not_opened() throws IOException {
        Map<String, byte[]> files = files();
        files.put("entries.csv", new byte[1 << 24]);
        assertThat(check(zipped(files, ZipEntry.DEFLATED), KEY).differences())
                .contains("'evidence.html': is compressed or encrypted, which nothing in a pack is");
        byte[] bytes = Files.readAllBytes(zip);
        bytes[20] = 127; // the length of the first file
        bytes[21] = 127;
        Path longer = Files.write(folder.resolve("longer.zip"), bytes);
        assertThat(check(longer, KEY).differences()).anyMatch(line -> line.startsWith("'evidence.html': "));
        bytes[24] = 127;
        bytes[25] = 127;
        Files.write(longer, bytes);
        assertThat(check(longer, KEY).differences())
                .contains("'evidence.html': says that it is longer than the zip that holds it");
    }

    @Test
    void a_link_longer_than_any_is_not_read_to_its_end() throws IOException {
        Map<String, byte[]> files = files();
        files.put(PackTrail.LINKS, bytes("1," + "9".repeat(1 << 24)));
        assertThat(check(zipped(files, ZipEntry.STORED), KEY).differences())
                .contains("audit.jsonl: cannot be read as an audit trail: a line is longer than any event");
    }

    @Test
    void two_files_of_a_name_are_refused() throws IOException {
        Map<String, byte[]> files = files();
        files.put("fntries.csv", bytes("x"));
        byte[] bytes = Files.readAllBytes(zipped(files, ZipEntry.STORED));
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("fntries.csv", "entries.csv");
        Path twice = Files.write(folder.resolve("twice.zip"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(check(twice, KEY).differences()).contains("'entries.csv': stands in the zip twice");
    }

    @Test
    void what_stands_beside_the_files_is_seen() throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        Path more = Files.write(folder.resolve("more.zip"), java.util.Arrays.copyOf(bytes, bytes.length + 5));
        assertThat(check(more, KEY).differences())
                .containsExactly("the zip: holds something beside its files, or is not written as a pack is");
        Path less = Files.write(folder.resolve("less.zip"), java.util.Arrays.copyOf(bytes, 60));
        assertThat(check(less, KEY).differences()).contains("the zip: ends before its files do");
        Path none = Files.write(folder.resolve("none.zip"), bytes("no zip"));
        assertThat(check(none, KEY).differences()).isNotEmpty();
    }

    @Test
    void a_pack_is_no_night_and_a_night_no_pack() throws IOException {
        Path night = Files.createDirectories(folder.resolve("north/2026-11-20.0"));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(night.resolve(file.getKey()), file.getValue());
        }
        assertThat(new Binder(List.of(), Map.of())
                        .check(List.of(night)).stream().flatMap(result -> result.findings().differences().stream()))
                .anyMatch(line -> line.contains("checkpoint.json: is that of evidence/A1/2026-11-20"));
        Map<String, byte[]> files = files();
        Checkpoint was = Checkpoint.parse(files.get("checkpoint.json"));
        files.put(
                "checkpoint.json",
                Checkpoint.sign(
                                KEY,
                                manifest(Manifest.parse(files.get("manifest.json"))
                                        .files()),
                                "2026-11-20",
                                was.since(),
                                was.head(),
                                null)
                        .bytes());
        assertThat(check(zipped(files, ZipEntry.STORED), KEY).differences())
                .anyMatch(line -> line.contains("checkpoint.json: is that of 2026-11-20"));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile read = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : read.stream().map(ZipEntry.class::cast).toList()) {
                files.put(entry.getName(), read.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private Path zipped(Map<String, byte[]> files, int method) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 crc = new CRC32();
                crc.update(file.getValue());
                entry.setMethod(method);
                entry.setCrc(crc.getValue());
                entry.setSize(file.getValue().length);
                to.putNextEntry(entry);
                to.write(file.getValue());
                to.closeEntry();
            }
        }
        return Files.write(folder.resolve("forged.zip"), out.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
