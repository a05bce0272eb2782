package io.arrears.audit;

import io.arrears.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Changes to a lender's folder by chance, and by a forger who mends what the change breaks. */
final class MutatedNights {

    private final Path lender;
    private final Random random;
    private final List<String> done = new ArrayList<>();

    MutatedNights(Path lender, Random random) {
        this.lender = lender;
        this.random = random;
    }

    /** What was done, for whoever has to find out why it was not found. */
    List<String> done() {
        return done;
    }

    /** Everything below a folder with its kind and bytes. */
    static Map<String, String> snapshot(Path folder) throws IOException {
        Map<String, String> all = new HashMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.toList()) {
                boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
                all.put(
                        folder.relativize(path).toString(),
                        isFile ? Sha256.of(path) : isFolder ? "folder" : "something else");
            }
        }
        return all;
    }

    void mutate() throws IOException {
        Path file = pick(all(true));
        switch (random.nextInt(14)) {
            case 0, 1 ->
                bytes("flip", file, content -> {
                    content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                    return content;
                });
            case 2 -> bytes("cut", file, content -> Arrays.copyOf(content, random.nextInt(content.length)));
            case 3 ->
                bytes("swap two bytes", file, content -> {
                    int one = random.nextInt(content.length);
                    int other = random.nextInt(content.length);
                    byte kept = content[one];
                    content[one] = content[other];
                    content[other] = kept;
                    return content;
                });
            case 4 -> text("insert", file, random.nextInt(2) == 0 ? "\u00ff\u0000" : "1e999999999");
            case 5 -> remove(random.nextInt(3) == 0 ? pick(all(false)) : file);
            case 6 -> number(Manifest.FILE);
            case 7 -> number(Checkpoint.FILE);
            case 8 -> rename();
            case 9 -> copy();
            case 10 -> link();
            case 11 -> swapFiles(file, pick(all(true)));
            case 12 -> remake();
            default -> add();
        }
    }

    private interface Change {
        byte[] of(byte[] content);
    }

    private void bytes(String what, Path file, Change change) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0) {
            Files.write(file, change.of(content));
            done.add(what + " " + file);
            mendPerhaps(file);
        }
    }

    private void text(String what, Path file, String more) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        int at = random.nextInt(content.length() + 1);
        Files.writeString(file, content.substring(0, at) + more + content.substring(at), StandardCharsets.ISO_8859_1);
        done.add(what + " " + file);
        mendPerhaps(file);
    }

    /** Another number or name in one of the two files that say what a folder is. */
    private void number(String name) throws IOException {
        Path file = pick(nights()).resolve(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            String[] values = {
                "-7", "0", "1", "3", "5", "99999999999999999999", "1e400", "null", "\"\"", "\"../x\"", "[]"
            };
            String[] keys = {
                "format", "lender", "asOf", "sequence", "run", "folder", "number", "bytes", "name", "previous"
            };
            String key = keys[random.nextInt(keys.length)];
            String value = values[random.nextInt(values.length)];
            Files.writeString(
                    file,
                    content.replaceFirst("\"" + key + "\" : [^,{\\[\n]+", "\"" + key + "\" : " + value),
                    StandardCharsets.ISO_8859_1);
            done.add(key + " " + value + " in " + file);
        }
    }

    private void rename() throws IOException {
        Path from = pick(all(false));
        Path to = name(random.nextBoolean() ? lender : from.getParent());
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !to.startsWith(from)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
            done.add("rename " + from + " to " + to);
        }
    }

    private Path name(Path in) {
        String[] names = {
            "2026-11-18",
            "2026-11-21",
            "2026-11-20.2",
            "2026-11-20.1",
            "withdrawn/2026-11-19-run3",
            "withdrawn/2026-11-20-run5",
            "replay",
            "withdrawn",
            "x",
            "2026-11-19.bak",
            "delinquency.csv"
        };
        return in.resolve(names[random.nextInt(names.length)]);
    }

    private void copy() throws IOException {
        Path from = pick(nights());
        Path to = name(lender);
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !to.startsWith(from)) {
            Files.createDirectories(to.getParent());
            tree(from, to);
            done.add("copy " + from + " to " + to);
        }
    }

    static void tree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private void link() throws IOException {
        Path from = pick(all(random.nextBoolean()));
        Path to = lender.resolveSibling("elsewhere" + done.size());
        Files.move(from, to);
        Files.createSymbolicLink(from, to);
        done.add("link " + from);
    }

    private void swapFiles(Path one, Path other) throws IOException {
        byte[] kept = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(other));
        Files.write(other, kept);
        done.add("swap " + one + " and " + other);
        mendPerhaps(one);
    }

    private void remove(Path path) throws IOException {
        SignedNights.delete(path);
        done.add("remove " + path);
    }

    private void add() throws IOException {
        Path to = name(pick(all(false)));
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(to.getParent());
            Files.writeString(to, "x");
            done.add("add " + to);
        }
    }

    /** All as a careful forger would write it, but for the key. */
    private void remake() throws IOException {
        Path night = pick(nights());
        if (!Files.isRegularFile(night.resolve(Checkpoint.FILE))
                || !Files.isRegularFile(night.resolve(Manifest.FILE))) {
            return;
        }
        Files.writeString(night.resolve("delinquency.csv"), "account_id\r\nA1\r\n");
        mendPerhaps(night.resolve("delinquency.csv"));
        try {
            Checkpoint was = Checkpoint.parse(Files.readAllBytes(night.resolve(Checkpoint.FILE)));
            Manifest now = Manifest.parse(Files.readAllBytes(night.resolve(Manifest.FILE)));
            Files.write(
                    night.resolve(Checkpoint.FILE),
                    Checkpoint.sign(
                                    SignedNights.OTHER,
                                    now,
                                    was.folder(),
                                    was.since(),
                                    was.head(),
                                    was.previousSha256())
                            .bytes());
            done.add("sign anew " + night);
        } catch (IllegalArgumentException e) {
            done.add("spoilt before: " + night);
        }
    }

    /** Digests fixed up, as a forger would. */
    private void mendPerhaps(Path file) throws IOException {
        Path night = file.getParent().endsWith("pboc") ? file.getParent().getParent() : file.getParent();
        Path manifest = night.resolve(Manifest.FILE);
        if (random.nextBoolean() && Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
            try {
                SignedNights.mend(night);
                done.add("mend " + night);
            } catch (IllegalArgumentException | IOException e) {
                done.add("cannot be mended: " + night);
            }
        }
    }

    private Path pick(List<Path> paths) {
        return paths.isEmpty() ? lender : paths.get(random.nextInt(paths.size()));
    }

    private List<Path> nights() throws IOException {
        return all(false).stream()
                .filter(path -> String.valueOf(path.getFileName()).startsWith("2026"))
                .toList();
    }

    private List<Path> all(boolean files) throws IOException {
        try (Stream<Path> tree = Files.walk(lender)) {
            return tree.filter(path -> !path.equals(lender))
                    .filter(path -> files
                            ? Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                            : Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
