package io.arrears.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a published folder from its bytes alone: no database, no trust in the program that wrote it.
 *
 * @param checked what was found right, a line each
 * @param differences what was found otherwise; empty when the folder is as its manifest says
 */
public record FolderCheck(List<String> checked, List<String> differences) {

    public static FolderCheck of(Path folder) {
        List<String> checked = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        Path manifestFile = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(manifestFile)) {
            return new FolderCheck(checked, List.of(manifestFile + " is missing: this is no published folder"));
        }
        try {
            Manifest manifest = Manifest.parse(Files.readAllBytes(manifestFile));
            for (FileEntry said : manifest.files()) {
                checkFile(folder, said, checked, differences);
            }
            checkNoOthers(folder, manifest, differences);
            checkPrevious(folder, manifest, checked, differences);
        } catch (IllegalArgumentException | IOException e) {
            differences.add(manifestFile + ": " + e.getMessage());
        }
        return new FolderCheck(checked, differences);
    }

    private static void checkFile(Path folder, FileEntry said, List<String> checked, List<String> differences)
            throws IOException {
        Path file = folder.resolve(said.name());
        if (!Files.isRegularFile(file)) {
            differences.add(said.name() + ": is missing");
            return;
        }
        int before = differences.size();
        long bytes = Files.size(file);
        compare(said.name(), "bytes", said.bytes(), bytes, differences);
        compare(said.name(), "sha256", said.sha256(), Digest.of(file), differences);
        try {
            FileEntry found = FileEntry.of(folder, said.name());
            compare(said.name(), "records", said.records(), found.records(), differences);
            Set<String> keys = new TreeSet<>(said.totals().keySet());
            keys.addAll(found.totals().keySet());
            for (String key : keys) {
                compare(
                        said.name(),
                        key,
                        said.totals().getOrDefault(key, "0"),
                        found.totals().getOrDefault(key, "0"),
                        differences);
            }
        } catch (IOException | IllegalArgumentException e) {
            differences.add(said.name() + ": can no longer be read: " + e.getMessage());
        }
        if (differences.size() == before) {
            checked.add(said.name() + ": " + said.records() + " records, sha256 " + said.sha256());
        }
    }

    private static void compare(String file, String what, Object said, Object found, List<String> differences) {
        if (!said.equals(found)) {
            differences.add(file + ": " + what + ": the manifest says " + said + ", the file has " + found);
        }
    }

    private static void checkNoOthers(Path folder, Manifest manifest, List<String> differences) throws IOException {
        Set<String> known = manifest.files().stream().map(FileEntry::name).collect(Collectors.toSet());
        known.add(Manifest.FILE);
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> differences.add(name + ": is not in the manifest"));
        }
    }

    private static void checkPrevious(Path folder, Manifest manifest, List<String> checked, List<String> differences)
            throws IOException {
        Manifest.Previous previous = manifest.previous();
        if (previous == null) {
            checked.add("previous: none, this is the lender's first run");
            return;
        }
        Path beside = folder.toAbsolutePath().resolveSibling("");
        Path published = manifest.run() < 0 ? beside.resolveSibling("") : beside; // a replay follows what was published
        Path file = published.resolve(previous.folder()).resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            checked.add("previous: " + previous.folder() + " is not beside this folder, so the link to it is unproven");
        } else if (Digest.of(file).equals(previous.manifestSha256())) {
            checked.add("previous: " + previous.folder() + ", its manifest is the one this run followed");
        } else {
            differences.add("previous: the manifest of " + previous.folder() + " is not the one this run followed");
        }
    }
}
