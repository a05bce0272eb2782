package io.arrears.audit;

import io.arrears.audit.FolderTree.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks a published folder against its manifest from its bytes alone: no database, no trust in the program that wrote it.
 *
 * <p>What is opened is what the folder holds, by the names it has there: a manifest that names anything else, by a path that
 * leads out of the folder or through a link, only names something that is missing.
 */
public final class FolderCheck {

    /** Printable ASCII without a segment that begins with a dot: no other name is ever written. */
    private static final Pattern NAME =
            Pattern.compile("[!-~&&[^./\\\\]][!-~&&[^/\\\\]]*(/[!-~&&[^./\\\\]][!-~&&[^/\\\\]]*)*");

    /** A file that is longer by less is read all the same, so that a changed figure is named. */
    private static final long LONGER = 1 << 20;

    private final Path folder;
    private final Findings findings = new Findings();

    private FolderCheck(Path folder) {
        this.folder = folder;
    }

    public static Findings of(Path folder) {
        FolderCheck check = new FolderCheck(folder);
        check.check();
        return check.findings;
    }

    private void check() {
        try {
            Manifest manifest = Manifest.parse(PlainFile.small(folder.resolve(Manifest.FILE)));
            SortedMap<String, Kind> tree = FolderTree.of(folder);
            Set<String> known = new HashSet<>(Set.of(Manifest.FILE, Checkpoint.FILE)); // neither can stand in the first
            for (FileEntry said : manifest.files()) {
                if (known.add(said.name())) {
                    checkFile(said, tree);
                } else {
                    findings.differs(said.name() + ": stands in the manifest where it cannot, or twice");
                }
            }
            tree.forEach((name, kind) -> checkKnown(name, kind, known, tree));
        } catch (IllegalArgumentException e) {
            findings.differs(Manifest.FILE + ": " + e.getMessage());
        } catch (IOException e) {
            findings.differs(Manifest.FILE + ": " + PlainFile.why(e) + ": this is no published folder");
        }
    }

    private void checkFile(FileEntry said, SortedMap<String, Kind> tree) {
        String name = said.name();
        Kind kind = NAME.matcher(name).matches() ? tree.get(name) : null;
        if (kind != Kind.FILE) {
            findings.differs(name + (kind == null ? ": is missing" : ": is " + kind.text() + ", no file"));
            return;
        }
        try {
            long bytes = Files.size(folder.resolve(name));
            if (bytes - LONGER
                    > said.bytes()) { // what it holds matters no more, and it may hold what takes a day to read
                compare(name, "bytes", said.bytes(), bytes);
                return;
            }
            compare(said, Measured.of(folder.resolve(name), name, said.otherLines()));
        } catch (IOException e) {
            findings.differs(name + ": " + PlainFile.why(e));
        }
    }

    private void compare(FileEntry said, Measured found) {
        int before = findings.differences().size();
        String name = said.name();
        compare(name, "bytes", said.bytes(), found.bytes());
        compare(name, "sha256", said.sha256(), found.sha256());
        if (found.trouble() != null) {
            findings.differs(name + ": is not what its name promises: " + found.trouble());
        } else {
            if (found.records() != null) {
                compare(name, "records", said.records(), found.records());
            }
            Set<String> keys = new TreeSet<>(said.totals().keySet());
            keys.addAll(found.totals().keySet());
            for (String key : keys) {
                compare(
                        name,
                        key,
                        said.totals().getOrDefault(key, "0"),
                        found.totals().getOrDefault(key, "0"));
            }
        }
        if (findings.differences().size() == before) {
            findings.right(name + ": " + said.records() + " records, sha256 " + said.sha256());
        }
    }

    private void compare(String file, String what, Object said, Object found) {
        if (!said.equals(found)) {
            findings.differs(file + ": " + what + ": the manifest says " + said + ", the file has " + found);
        }
    }

    /** Of folders only those are named that hold nothing, since each thing in the others is looked at itself. */
    private void checkKnown(String name, Kind kind, Set<String> known, SortedMap<String, Kind> tree) {
        if (kind == Kind.CLOSED) {
            findings.differs(name + ": is " + kind.text());
        } else if (kind == Kind.FOLDER) {
            SortedMap<String, Kind> inside = tree.tailMap(name + "/");
            if (inside.isEmpty() || !inside.firstKey().startsWith(name + "/")) {
                findings.differs(name + ": is not in the manifest; it is an empty folder");
            }
        } else if (!known.contains(name)) {
            findings.differs(name + ": is not in the manifest" + (kind == Kind.FILE ? "" : "; it is " + kind.text()));
        }
    }
}
