package io.arrears.audit;

import io.arrears.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A published folder as it names and signs itself, apart from its other files.
 *
 * @param folder where it lies, as it was given
 * @param name its own name
 * @param lies in which folder of its lender it lies
 * @param said what its manifest says of it; none when that is missing or spoilt, which {@link FolderCheck} tells
 * @param manifestSha256 of the manifest's bytes; empty when they cannot be read
 * @param checkpoint none when it is missing or spoilt
 * @param trouble why there is no checkpoint
 */
record Night(
        Path folder,
        String name,
        Lies lies,
        @Nullable Said said,
        String manifestSha256,
        @Nullable Checkpoint checkpoint,
        String checkpointSha256,
        String trouble) {

    static final Pattern NAME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[0-9]+)?");
    static final Pattern WITHDRAWN_NAME = Pattern.compile(NAME.pattern() + "-run[0-9]{1,18}");
    static final String REPLAYS = "replay";
    static final String WITHDRAWN = "withdrawn";

    /** Where a lender's published folders lie. */
    enum Lies {
        STANDING,
        WITHDRAWN,
        REPLAY
    }

    /** What is kept of a manifest; its files are not, since a lender's nights are held in memory together. */
    record Said(int format, String lender, String asOf, int sequence, long run, Manifest.@Nullable Previous previous) {

        /** The name of the folder that this was published as. */
        String folderName() {
            return sequence == 1 ? asOf : asOf + "." + sequence;
        }
    }

    static Night read(Path folder) {
        Path real = real(folder);
        Said said = null;
        String manifestSha256 = "";
        try {
            byte[] bytes = PlainFile.small(folder.resolve(Manifest.FILE));
            manifestSha256 = Sha256.of(bytes);
            Manifest manifest = Manifest.parse(bytes);
            said = new Said(
                    manifest.format(),
                    manifest.lender(),
                    manifest.asOf(),
                    manifest.sequence(),
                    manifest.run(),
                    manifest.previous());
        } catch (IOException | IllegalArgumentException e) {
            said = null;
        }
        Night bare = new Night(folder, name(real), lies(real, said), said, manifestSha256, null, "", "");
        try {
            byte[] bytes = PlainFile.small(folder.resolve(Checkpoint.FILE));
            return bare.signed(Checkpoint.parse(bytes), Sha256.of(bytes), "");
        } catch (IllegalArgumentException e) {
            return bare.signed(null, "", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            boolean isThere = Files.exists(folder.resolve(Checkpoint.FILE), LinkOption.NOFOLLOW_LINKS);
            return bare.signed(null, "", isThere ? PlainFile.why(e) : "is missing: nobody signed this folder");
        }
    }

    private Night signed(@Nullable Checkpoint by, String sha256, String why) {
        return new Night(folder, name, lies, said, manifestSha256, by, sha256, why);
    }

    /** A folder called replay is one only in the folder of the lender whose replay it is said to hold. */
    private static Lies lies(Path real, @Nullable Said said) {
        Path in = real.resolveSibling("");
        String above = name(in.resolveSibling(""));
        if (said != null && !said.lender().equals(above)) {
            return Lies.STANDING;
        }
        return switch (name(in)) {
            case REPLAYS -> Lies.REPLAY;
            case WITHDRAWN -> Lies.WITHDRAWN;
            default -> Lies.STANDING;
        };
    }

    /** The name that a folder has where it lies and says what this one says. */
    static String nameOf(Said said, Lies lies) {
        return lies == Lies.WITHDRAWN ? Withdrawal.folderName(said.folderName(), said.run()) : said.folderName();
    }

    /** Whether it is signed as what it is called, so that it has a place in its lender's trail. */
    boolean hasPlace() {
        return said != null
                && checkpoint != null
                && lies != Lies.REPLAY
                && name.equals(nameOf(said, lies))
                && checkpoint.holds()
                && checkpoint.lender().equals(said.lender())
                && checkpoint.run() == said.run()
                && checkpoint.folder().equals(said.folderName());
    }

    /** The folder with all of the lender's nights in it. */
    Path lenderFolder() {
        Path in = real(folder).resolveSibling("");
        return lies == Lies.STANDING ? in : in.resolveSibling("");
    }

    /** What a folder is called, wherever the path to it leads through. */
    static String name(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "" : name.toString();
    }

    static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
