package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Sha256;
import io.arrears.audit.Checkpoint.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody with write access to the folders and no key can try: each is a difference that is named, whether a key and an
 * anchor were kept or not, and the nights that nobody touched are still checked.
 */
class ForgeriesTest extends SignedNights {

    /** What is done to four nights. */
    interface Forging {
        void on(ForgeriesTest nights) throws Exception;
    }

    /** @param told what the differences say */
    record Forgery(String name, String told, Forging forging) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Forgery forgery(String name, String told, Forging forging) {
        return new Forgery(name, told, forging);
    }

    static List<Forgery> forgeries() {
        List<Forgery> all = new ArrayList<>();
        all.add(forgery("an amount changed", "delinquency.csv: sha256", n -> n.amount(20)));
        all.add(forgery(
                "an amount changed, the manifest mended", "manifest.json: is not the one that was signed", n -> {
                    n.amount(20);
                    mend(n.night(20));
                }));
        all.add(forgery("... and made a replay without a checkpoint", "which counts only in north/replay", n -> {
            n.amount(20);
            n.remake(n.night(20), -7, "2026-11-20");
        }));
        all.add(forgery("a replay of nobody's, as a later date", "which counts only in north/replay", n -> {
            n.copy(20, "2026-11-21");
            n.remake(n.lender.resolve("2026-11-21"), -7, "2026-11-21");
        }));
        all.add(forgery("... among the replays, nothing mended", "delinquency.csv: sha256", n -> {
            Path replay = n.copy(20, "replay/2026-11-21");
            replace(replay.resolve("delinquency.csv"), "20.00", "90.00");
        }));
        all.add(forgery(
                "a night among the replays", "but lies among the replays", n -> n.copy(20, "replay/2026-11-20")));
        all.add(forgery("a pipe among the replays", "among the replays, and none of them", n -> {
            Files.createDirectories(n.lender.resolve("replay"));
            n.pipe(n.lender.resolve("replay").resolve("2026-11-21"));
        }));
        all.add(forgery("run 0, as a later date", "which counts only in north/replay", n -> {
            n.copy(20, "2026-11-21");
            n.remake(n.lender.resolve("2026-11-21"), 0, "2026-11-21");
        }));
        all.add(forgery("a later run that nobody signed", "is missing: nobody signed this folder", n -> {
            n.copy(20, "2026-11-21");
            n.remake(n.lender.resolve("2026-11-21"), 5, "2026-11-21");
        }));
        all.add(forgery("a later run that a key of the forger's signed", "is signed by key ", n -> {
            Path next = n.copy(20, "2026-11-21");
            n.remake(next, 5, "2026-11-21");
            n.resign(next, "2026-11-21", OTHER);
        }));
        all.add(forgery(
                "an old night copied to a later date",
                "is called 2026-11-21, but says",
                n -> n.copy(18, "2026-11-21")));
        all.add(forgery("... and named in its manifest", "is that of 2026-11-18, run 2 of north", n -> {
            n.copy(18, "2026-11-21");
            replace(n.night(21).resolve(Manifest.FILE), "2026-11-18", "2026-11-21");
        }));
        all.add(forgery(
                "an old night copied as a second submission",
                "is called 2026-11-18.2",
                n -> n.copy(18, "2026-11-18.2")));
        all.add(forgery(
                "a night copied to its own name .1", "is called 2026-11-18.1", n -> n.copy(18, "2026-11-18.1")));
        all.add(forgery("an old night in the place of a newer", "is called 2026-11-20, but says", n -> {
            delete(n.night(20));
            n.copy(18, "2026-11-20");
        }));
        all.add(forgery("two nights in each other's place", "is called 2026-11-19, but says", n -> {
            Files.move(n.night(20), n.lender.resolve("x"));
            Files.move(n.night(19), n.night(20));
            Files.move(n.lender.resolve("x"), n.night(19));
        }));
        all.add(forgery(
                "a renamed night", "is called 2026-11-21, but says", n -> Files.move(n.night(20), n.night(21))));
        all.add(forgery(
                "a copy with a name of its own", "is a folder among the nights", n -> n.copy(20, "2026-11-20 (1)")));
        all.add(forgery(
                "a night hidden under another name",
                "previous: 2026-11-18 is missing",
                n -> Files.move(n.night(18), n.lender.resolve("old"))));
        all.add(forgery(
                "a night moved to the withdrawn ones",
                "nothing that is signed says",
                n -> Files.move(
                        n.night(20),
                        Files.createDirectories(n.lender.resolve("withdrawn")).resolve("2026-11-20-run4"))));
        all.add(forgery("a night copied to the withdrawn ones", "one is a copy", n -> {
            Files.createDirectories(n.lender.resolve("withdrawn"));
            n.copy(20, "withdrawn/2026-11-20-run4");
        }));
        all.add(forgery("the middle cut out", "previous: 2026-11-19 is missing", n -> delete(n.night(19))));
        all.add(forgery("the beginning cut off", "previous: 2026-11-17 is missing", n -> delete(n.night(17))));
        all.add(forgery(
                "a checkpoint removed",
                "is missing: nobody signed",
                n -> Files.delete(n.night(20).resolve(Checkpoint.FILE))));
        all.add(forgery(
                "a checkpoint of the night before",
                "manifest.json: is not the one that was signed",
                n -> Files.copy(
                        n.night(19).resolve(Checkpoint.FILE),
                        n.night(20).resolve(Checkpoint.FILE),
                        StandardCopyOption.REPLACE_EXISTING)));
        all.add(forgery("another lender's nights", "lies in south, but says that it is of north", n -> {
            n.lender = Files.move(n.lender, n.out.resolve("south"));
        }));
        all.add(forgery(
                "a manifest removed",
                "manifest.json: is missing",
                n -> Files.delete(n.night(19).resolve(Manifest.FILE))));
        all.addAll(odd());
        all.addAll(bytes());
        return all;
    }

    /** Things that are no files, or are elsewhere. */
    private static List<Forgery> odd() {
        return List.of(
                forgery(
                        "a folder that is a link",
                        "is a link among the nights",
                        n -> Files.createSymbolicLink(n.lender.resolve("2026-11-21"), n.night(20))),
                forgery(
                        "a night that is a link",
                        "2026-11-20: is a link among the nights",
                        n -> Files.createSymbolicLink(
                                n.night(20), Files.move(n.night(20), n.out.resolve("2026-11-20")))),
                forgery(
                        "all nights a link",
                        "is no folder",
                        n -> Files.createSymbolicLink(n.lender, Files.move(n.lender, n.out.resolve("elsewhere")))),
                forgery("a file that is a link", "delinquency.csv: is a link, no file", n -> {
                    Path file = n.night(20).resolve("delinquency.csv");
                    Files.createSymbolicLink(file, Files.move(file, n.out.resolve("d")));
                }),
                forgery("a bureau's folder that is a link", "pboc: is not in the manifest; it is a link", n -> {
                    Path folder = n.night(20).resolve("pboc");
                    Files.createSymbolicLink(folder, Files.move(folder, n.out.resolve("p")));
                }),
                forgery("a manifest that is a link", "manifest.json: is no plain file", n -> {
                    Path file = n.night(20).resolve(Manifest.FILE);
                    Files.createSymbolicLink(file, Files.move(file, n.out.resolve("m")));
                }),
                forgery("a checkpoint that is a link", "checkpoint.json: is no plain file", n -> {
                    Path file = n.night(20).resolve(Checkpoint.FILE);
                    Files.createSymbolicLink(file, Files.move(file, n.out.resolve("c")));
                }),
                forgery(
                        "a link too many",
                        "l: is not in the manifest; it is a link",
                        n -> Files.createSymbolicLink(n.night(20).resolve("l"), n.night(19))),
                forgery(
                        "an empty folder too many",
                        "metro2: is not in the manifest; it is an empty folder",
                        n -> Files.createDirectory(n.night(20).resolve("metro2"))),
                forgery(
                        "a pipe too many",
                        "pboc/p: is not in the manifest; it is neither file nor folder",
                        n -> n.pipe(n.night(20).resolve("pboc/p"))),
                forgery(
                        "a pipe in a file's place",
                        "delinquency.csv: is neither file nor folder",
                        n -> n.pipe(n.night(20).resolve("delinquency.csv"))),
                forgery(
                        "a pipe in the trail's place",
                        "audit.jsonl: is neither file nor folder",
                        n -> n.pipe(n.night(20).resolve(Manifest.TRAIL))),
                forgery(
                        "a pipe in the manifest's place",
                        "manifest.json: is no plain file",
                        n -> n.pipe(n.night(20).resolve(Manifest.FILE))),
                forgery(
                        "a pipe in the checkpoint's place",
                        "checkpoint.json: is no plain file",
                        n -> n.pipe(n.night(20).resolve(Checkpoint.FILE))),
                forgery(
                        "a pipe among the nights",
                        "2026-11-21: is neither file nor folder among",
                        n -> n.pipe(n.night(21))),
                forgery(
                        "a file among the nights",
                        "2026-11-21: is a file among the nights",
                        n -> Files.writeString(n.night(21), "")),
                forgery(
                        "a name that ends a line",
                        "a\\u000a  ok     all is well: is a folder among",
                        n -> Files.createDirectory(n.lender.resolve("a\n  ok     all is well"))));
    }

    /** Bytes that no night writes. */
    private static List<Forgery> bytes() {
        List<Forgery> all = new ArrayList<>();
        for (String file : List.of("delinquency.csv", "pboc/H1.txt", Manifest.TRAIL, Manifest.FILE, Checkpoint.FILE)) {
            all.add(forgery(
                    "a byte 0xFF in " + file,
                    file + ": ",
                    n -> Files.write(
                            n.night(18).resolve(file), new byte[] {'a', ',', (byte) 0xFF, '\n', (byte) 0xFF})));
            all.add(forgery(
                    "an empty " + file,
                    file + ": ",
                    n -> Files.write(n.night(18).resolve(file), new byte[0])));
            all.add(forgery("a number of a thousand million digits in " + file, file + ": ", n -> {
                Path path = n.night(18).resolve(file);
                Files.writeString(
                        path, Files.readString(path).replaceAll("([: ,])[0-9.]+(,|\r?\n)", "$11e999999999$2"));
            }));
        }
        for (String name : List.of(
                "../2026-11-19/delinquency.csv",
                "/etc/hostname",
                "./delinquency.csv",
                "pboc//H1.txt",
                "pboc/../delinquency.csv",
                "",
                ".",
                "..",
                "pboc",
                "a\\u0000b",
                "a\\nb",
                ".hidden",
                "\\u202e",
                "\\ud800")) {
            all.add(forgery(
                    "a manifest that names '" + name + "'", "manifest.json: is not the one that was signed", n -> {
                        Path manifest = n.night(18).resolve(Manifest.FILE);
                        replace(manifest, "\"delinquency.csv\"", "\"" + name + "\"");
                    }));
        }
        for (String name : List.of(Manifest.TRAIL, Manifest.FILE, Checkpoint.FILE)) {
            all.add(forgery(
                    "a manifest that names a second " + name,
                    name + ": stands in the manifest where",
                    n -> replace(n.night(18).resolve(Manifest.FILE), "\"delinquency.csv\"", "\"" + name + "\"")));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_forgery_is_named_with_and_without_key_and_anchor(Forgery forgery) throws Exception {
        Anchor anchor =
                anchor(night(20), new Head(12, events(12, "done").get(11).hash()));
        forgery.forging().on(this);
        for (List<VerifyKey> keys : List.of(List.<VerifyKey>of(), List.of(KEY.verifyKey()))) {
            for (Map<String, Anchor> anchors : List.of(Map.<String, Anchor>of(), Map.of("north", anchor))) {
                List<Binder.Result> results = Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> new Binder(keys, anchors).check(List.of(lender)));
                assertThat(differences(results))
                        .as("keys %s, anchors %s", keys, anchors)
                        .anyMatch(line -> line.contains(forgery.told()))
                        .allMatch(line -> line.length() < 1_100 && !line.contains("Exception") && !line.contains("\n"));
                assertThat(results)
                        .filteredOn(this::isUntouched)
                        .allMatch(result -> result.findings().checked().size() >= 4);
            }
        }
    }

    private boolean isUntouched(Binder.Result result) {
        return result.findings().differences().isEmpty() && !result.of().contains(",");
    }

    private void amount(int day) throws IOException {
        replace(night(day).resolve("delinquency.csv"), "20.00", "90.00");
    }

    private Path copy(int day, String to) throws IOException {
        Path from = night(day);
        Files.createDirectories(lender.resolve(to).resolveSibling(""));
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, lender.resolve(to).resolve(from.relativize(path)));
            }
        }
        return lender.resolve(to);
    }

    /** As another run of another day, all digests right, and no checkpoint. */
    private void remake(Path night, long run, String asOf) throws IOException {
        Manifest.Previous previous =
                Manifest.parse(Files.readAllBytes(night.resolve(Manifest.FILE))).previous();
        Files.write(
                night.resolve(Manifest.FILE),
                manifest(night, run, asOf, previous).bytes());
        Files.delete(night.resolve(Checkpoint.FILE));
    }

    private void resign(Path night, String folder, SigningKey key) throws IOException {
        Checkpoint last = Checkpoint.parse(Files.readAllBytes(night(20).resolve(Checkpoint.FILE)));
        Manifest manifest = Manifest.parse(Files.readAllBytes(night.resolve(Manifest.FILE)));
        Files.write(
                night.resolve(Checkpoint.FILE),
                Checkpoint.sign(key, manifest, folder, last.head(), last.head(), Sha256.of(last.bytes()))
                        .bytes());
    }

    private void pipe(Path path) throws IOException, InterruptedException {
        Files.deleteIfExists(path);
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
    }
}
