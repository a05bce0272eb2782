package io.arrears.bureau.pboc.file;

import io.arrears.Sha256;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.Meanings;
import io.arrears.furnish.FileFormat;
import io.arrears.furnish.RecordParts;
import io.arrears.furnish.Submission;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bureau's submission files of one lender: a header that counts the records, then a record a line. */
public final class PbocFiles implements FileFormat {

    private static final int SERIAL_AND_FLAG = 4;
    private static final Pattern OVERDUE =
            Pattern.compile("<" + Meanings.OVERDUE + ">([0-9]+)</" + Meanings.OVERDUE + ">");

    private final PbocSettings settings;

    public PbocFiles(PbocSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> kinds() {
        return List.of("110", "221", "224", "223", "222", "220", "214", "213", "212", "210");
    }

    @Override
    public String prefix(String kind, Instant generatedAt) {
        String first = name(kind, generatedAt, 1).text();
        return first.substring(0, first.length() - SERIAL_AND_FLAG);
    }

    private FileName name(String kind, Instant generatedAt, int serial) {
        return FileName.of(settings.segment(), settings.local(generatedAt).toLocalDate(), kind, serial);
    }

    @Override
    public List<Submission> plan(String kind, Instant generatedAt, int firstSerial, List<Long> counts) {
        return Split.of(name(kind, generatedAt, firstSerial), counts).shares().stream()
                .map(share -> submission(kind, share))
                .toList();
    }

    private static Submission submission(String kind, Split.Share share) {
        Split.Piece first = share.pieces().get(0);
        Split.Piece last = share.pieces().get(share.pieces().size() - 1);
        return new Submission(
                share.name().text(),
                kind,
                share.name().serial(),
                new Submission.Place(first.part(), first.from()),
                new Submission.Place(last.part(), last.to() - 1),
                share.records());
    }

    @Override
    public List<Path> write(Path folder, Submission file, Instant generatedAt, RecordParts parts) throws IOException {
        SubmissionFile.LastLineEnd end =
                settings.options().finalNewline() ? SubmissionFile.LastLineEnd.CRLF : SubmissionFile.LastLineEnd.NONE;
        Packaging packaging =
                switch (settings.handover()) {
                    case PLAIN -> Packaging.PLAIN;
                    case ZIP -> Packaging.ZIP;
                };
        Path plain = SubmissionFile.write(folder, share(file, parts), settings.local(generatedAt), parts.files(), end);
        Set<Path> files = new LinkedHashSet<>(List.of(plain));
        files.add(packaging.pack(plain));
        return List.copyOf(files);
    }

    private static Split.Share share(Submission file, RecordParts parts) {
        List<Split.Piece> pieces = new ArrayList<>();
        for (int part = file.from().part(); part <= file.to().part(); part++) {
            long from = part == file.from().part() ? file.from().ordinal() : 0;
            long to = part == file.to().part()
                    ? file.to().ordinal() + 1
                    : parts.counts().get(part);
            if (from < to) {
                pieces.add(new Split.Piece(part, from, to));
            }
        }
        return new Split.Share(FileName.parse(file.name()), pieces);
    }

    @Override
    public Reading read(Path file) throws IOException {
        return new Records(new FileLines(file));
    }

    @Override
    public String ending() {
        return FileName.ENDING;
    }

    @Override
    public int linesBefore() {
        return 1;
    }

    @Override
    public String packedEnding() {
        return ZipPackaging.ENDING;
    }

    @Override
    public boolean holds(Path packed, Path plain) throws IOException {
        return ZipPackaging.holds(packed, plain);
    }

    private static final class Records implements Reading {

        private final FileLines lines;
        private final long announced;
        private long records;

        Records(FileLines lines) throws IOException {
            this.lines = lines;
            byte[] first = lines.next();
            this.announced = first == null ? 0 : announced(new String(first, StandardCharsets.UTF_8));
        }

        /** What the first line says; 0 where it is no header. */
        private static long announced(String header) {
            try {
                return Header.parse(header).records();
            } catch (IllegalArgumentException e) {
                return 0;
            }
        }

        @Override
        public @Nullable Line next() throws IOException {
            byte[] bytes = lines.next();
            if (bytes == null) {
                return null;
            }
            records++;
            return new Line(records + 1, Sha256.of(bytes), overdue(new String(bytes, StandardCharsets.UTF_8)));
        }

        /** Whole yuan; no value of a record can look like a tag. */
        private static @Nullable BigDecimal overdue(String line) {
            Matcher tag = OVERDUE.matcher(line);
            return tag.find() ? new BigDecimal(tag.group(1)) : null;
        }

        @Override
        public List<Total> totals() {
            return List.of(new Total(
                    "header",
                    BigDecimal.valueOf(announced),
                    BigDecimal.valueOf(records),
                    "the header",
                    "lines behind it"));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
