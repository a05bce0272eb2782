package io.arrears.audit;

import io.arrears.audit.Checkpoint.Head;
import io.arrears.audit.Night.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An evidence pack: a zip of what is told of one account, with the manifest and the signature of a published folder. What is signed
 * names it as a pack, so that neither can stand for the other.
 */
public final class Pack {

    /** Of a manifest: no night has this sequence. */
    public static final int SEQUENCE = 0;

    private static final Pattern NAME = Pattern.compile("evidence/[!-~&&[^/]]{1,64}/[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Pack() {}

    /** What is signed as its folder: {@code evidence/A1/2026-11-20}. */
    public static String name(String account, String asOf) {
        return "evidence/" + account + "/" + asOf;
    }

    /** Signs the files of a folder. Returns their names in the order of the zip, manifest and checkpoint last. */
    public static List<String> sign(
            Path folder, Manifest manifest, String account, SigningKey key, Head head, @Nullable String previousSha256)
            throws IOException {
        String name = name(account, manifest.asOf());
        Files.write(folder.resolve(Manifest.FILE), manifest.bytes());
        Files.write(
                folder.resolve(Checkpoint.FILE),
                Checkpoint.sign(key, manifest, name, head, head, previousSha256).bytes());
        List<String> names =
                new ArrayList<>(manifest.files().stream().map(FileEntry::name).toList());
        names.add(Manifest.FILE);
        names.add(Checkpoint.FILE);
        return names;
    }

    /** Writes the zip of a folder's files. */
    public static void write(Path folder, List<String> names, OutputStream out) throws IOException {
        StoredZip.write(folder, names, out);
    }

    static boolean isOne(Path file) {
        return file.toString().endsWith(".zip");
    }

    /** Checks a pack from its bytes alone, where they lie: they are personal, and no copy of them is made. */
    static Binder.Result check(Path zip, List<VerifyKey> trusted, Map<String, Anchor> anchors) throws IOException {
        Findings findings = new Findings();
        if (StoredZip.isReadable(zip, findings)) {
            try (FileSystem files = FileSystems.newFileSystem(zip)) {
                Path root = files.getPath("/");
                findings.add(FolderCheck.of(root));
                signed(Night.read(root), trusted, anchors, findings);
            }
        }
        return new Binder.Result(zip.toString(), findings);
    }

    private static void signed(Night pack, List<VerifyKey> trusted, Map<String, Anchor> anchors, Findings findings) {
        Said said = pack.said();
        Checkpoint checkpoint = pack.checkpoint();
        if (said == null) {
            return; // the check of the files has told why
        }
        if (checkpoint == null) {
            findings.differs(Checkpoint.FILE + ": " + pack.trouble());
            return;
        }
        boolean isPack = said.sequence() == SEQUENCE
                && NAME.matcher(checkpoint.folder()).matches()
                && checkpoint.folder().endsWith("/" + said.asOf());
        PackTrail trail = PackTrail.read(pack.folder(), checkpoint);
        Trust trust = new Trust(trusted);
        trail.keyChanges().forEach(trust::learn);
        Signed.check(
                pack,
                isPack ? checkpoint.folder() : name("ACCOUNT", said.asOf()),
                said,
                checkpoint,
                trust.objection(checkpoint.key(), null),
                findings);
        trail.tell(findings);
        if (trusted.isEmpty()) {
            findings.unproven(
                    "key: whose signature it is shows only --key FILE, with a public key kept on another host");
        }
        anchored(trail, checkpoint, anchors.get(said.lender()), findings);
    }

    private static void anchored(PackTrail trail, Checkpoint checkpoint, @Nullable Anchor anchor, Findings findings) {
        String hash = anchor == null ? null : trail.hash(anchor.head().number());
        if (anchor == null || hash == null) {
            findings.unproven(
                    "trail: that the lender's published nights have these events shows 'arrears verify' of them, or an"
                            + " --anchor of " + checkpoint.head());
        } else if (hash.equals(anchor.head().hash())) {
            findings.right("the anchor: knows the same " + anchor.head());
        } else {
            findings.differs("the anchor: knows another " + anchor.head() + ": the history was re-written");
        }
    }
}
