package io.arrears.reconcile;

import io.arrears.furnish.FileFormat;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a bureau's files of one kind, file after file as their bytes have them, and what the files state of them. */
final class SubmittedLines implements Closeable {

    /** A record's line, named {@code file:line}. */
    record Line(String place, String digest, @Nullable BigDecimal overdue) {}

    /** What a file states of itself. */
    record Stated(String file, FileFormat.Total total) {}

    private final FileFormat format;
    private final Iterator<Path> files;
    private final List<Stated> stated = new ArrayList<>();
    private FileFormat.@Nullable Reading open;
    private String name = "";

    SubmittedLines(FileFormat format, List<Path> files) {
        this.format = format;
        this.files = files.iterator();
    }

    /** The next record; none behind the last file's last. */
    @Nullable
    Line next() throws IOException {
        while (open != null || files.hasNext()) {
            FileFormat.Reading now = open == null ? begin(files.next()) : open;
            FileFormat.Line line = now.next();
            if (line != null) {
                return new Line(name + ":" + line.number(), line.digest(), line.overdue());
            }
            now.totals().forEach(total -> stated.add(new Stated(name, total)));
            close();
        }
        return null;
    }

    private FileFormat.Reading begin(Path file) throws IOException {
        FileFormat.Reading begun = format.read(file);
        open = begun;
        name = String.valueOf(file.getFileName());
        return begun;
    }

    /** Of every file that was read to its end. */
    List<Stated> stated() {
        return stated;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
