package io.arrears.reconcile;

import io.arrears.audit.Digest;
import io.arrears.furnish.Bureau;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a bureau's files of one kind, file after file as their bytes have them, and what their headers announce. */
final class SubmittedLines implements Closeable {

    /** A record's line, named {@code file:line}. */
    record Line(String place, String digest, @Nullable BigDecimal overdue) {}

    /** What a file's header announces, and the records that the file has. */
    record Announced(String file, long records, long lines) {}

    private final Bureau bureau;
    private final Iterator<Path> files;
    private final List<Announced> announced = new ArrayList<>();
    private @Nullable FileLines open;
    private String name = "";
    private long header;
    private long lines;

    SubmittedLines(Bureau bureau, List<Path> files) {
        this.bureau = bureau;
        this.files = files.iterator();
    }

    /** The next record; none behind the last file's last. */
    @Nullable
    Line next() throws IOException {
        while (open != null || files.hasNext()) {
            FileLines now = open == null ? begin(files.next()) : open;
            byte[] bytes = now.next();
            if (bytes != null) {
                lines++;
                String text = new String(bytes, StandardCharsets.UTF_8);
                return new Line(name + ":" + (lines + 1), Digest.of(bytes), bureau.overdue(text));
            }
            announced.add(new Announced(name, header, lines));
            close();
        }
        return null;
    }

    private FileLines begin(Path file) throws IOException {
        FileLines begun = new FileLines(file);
        open = begun;
        name = String.valueOf(file.getFileName());
        byte[] first = begun.next();
        header = first == null ? 0 : bureau.announced(new String(first, StandardCharsets.UTF_8));
        lines = 0;
        return begun;
    }

    /** Of every file that was read to its end. */
    List<Announced> announced() {
        return announced;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
