package io.arrears.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a published folder against its manifest from its bytes alone: no database, no trust in the program that wrote it. */
public final class FolderCheck {

    private FolderCheck() {}

    public static Findings of(Path folder) {
        Findings findings = new Findings();
        Path manifestFile = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(manifestFile)) {
            findings.differs(manifestFile + " is missing: this is no published folder");
            return findings;
        }
        try {
            Manifest manifest = Manifest.parse(Files.readAllBytes(manifestFile));
            for (FileEntry said : manifest.files()) {
                checkFile(folder, said, findings);
            }
            checkNoOthers(folder, manifest, findings);
        } catch (IllegalArgumentException | IOException e) {
            findings.differs(manifestFile + ": " + e.getMessage());
        }
        return findings;
    }

    private static void checkFile(Path folder, FileEntry said, Findings findings) throws IOException {
        Path file = folder.resolve(said.name());
        if (!Files.isRegularFile(file)) {
            findings.differs(said.name() + ": is missing");
            return;
        }
        int before = findings.differences().size();
        long bytes = Files.size(file);
        compare(said.name(), "bytes", said.bytes(), bytes, findings);
        compare(said.name(), "sha256", said.sha256(), Digest.of(file), findings);
        try {
            FileEntry found = FileEntry.of(folder, said.name());
            compare(said.name(), "records", said.records(), found.records(), findings);
            Set<String> keys = new TreeSet<>(said.totals().keySet());
            keys.addAll(found.totals().keySet());
            for (String key : keys) {
                compare(
                        said.name(),
                        key,
                        said.totals().getOrDefault(key, "0"),
                        found.totals().getOrDefault(key, "0"),
                        findings);
            }
        } catch (IOException | IllegalArgumentException e) {
            findings.differs(said.name() + ": can no longer be read: " + e.getMessage());
        }
        if (findings.differences().size() == before) {
            findings.right(said.name() + ": " + said.records() + " records, sha256 " + said.sha256());
        }
    }

    private static void compare(String file, String what, Object said, Object found, Findings findings) {
        if (!said.equals(found)) {
            findings.differs(file + ": " + what + ": the manifest says " + said + ", the file has " + found);
        }
    }

    private static void checkNoOthers(Path folder, Manifest manifest, Findings findings) throws IOException {
        Set<String> known = manifest.files().stream().map(FileEntry::name).collect(Collectors.toSet());
        known.add(Manifest.FILE);
        known.add(Checkpoint.FILE); // it signs the manifest, so it cannot stand in it
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> findings.differs(name + ": is not in the manifest"));
        }
    }
}
