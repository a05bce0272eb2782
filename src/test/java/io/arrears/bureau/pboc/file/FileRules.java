package io.arrears.bureau.pboc.file;

import io.arrears.bureau.pboc.xml.XmlLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's rules of name, header and framing, checked on a finished file from its bytes, a line at a time.
 *
 * <p>Which characters a record holds beyond being XML, and what no two records may share, are the record rules' concern.
 * Source: pboc2-records.md, File and framing. A record line is the text between two CRLFs; one more CRLF at the very end is
 * allowed [U].
 */
public final class FileRules {

    /** F0000501, in characters. */
    public static final int LONGEST_LINE = 10_000_000;

    /** As many faults are listed; a file with more is wrong throughout. */
    public static final int MOST_FAULTS = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<FileFault> faults = new ArrayList<>();
    private final XmlLine xml = new XmlLine();
    private @Nullable FileName name;
    private @Nullable Header header;
    private final int longestLine;
    private long records;

    private FileRules(int longestLine) {
        this.longestLine = longestLine;
    }

    /** What stands in one record line; lines are counted from 1, and the header is line 1. */
    @FunctionalInterface
    public interface RecordLine {
        void accept(long line, String text) throws IOException;
    }

    /**
     * Checks a plain file, {@code .txt}, as it lies in its folder.
     *
     * @param nameIsTaken whether the bureau has already received a file of this name (F0000601)
     */
    public static FileCheck check(Path file, Predicate<FileName> nameIsTaken) throws IOException {
        return check(file, nameIsTaken, LONGEST_LINE);
    }

    /** The same for shorter lines than the format allows. */
    static FileCheck check(Path file, Predicate<FileName> nameIsTaken, int longestLine) throws IOException {
        FileRules rules = new FileRules(longestLine);
        rules.checkName(String.valueOf(file.getFileName()), nameIsTaken);
        try (Lines lines = new Lines(file, longestLine)) {
            if (lines.next()) {
                rules.checkHeader(lines);
            } else {
                rules.fault("F0000301", 1, "the file is empty");
            }
            while (lines.next()) {
                rules.checkRecord(lines);
            }
        }
        rules.checkCount();
        return new FileCheck(rules.faults, rules.records);
    }

    /** Hands every record line of a file that was found right to the reader, in constant memory. */
    public static void forEachRecord(Path file, RecordLine reader) throws IOException {
        try (Lines lines = new Lines(file, LONGEST_LINE)) {
            lines.next();
            while (lines.next()) {
                String text = lines.isTooLong() ? null : lines.text();
                if (text == null) {
                    throw new IOException(file + ":" + lines.number() + ": no record line; check the file first");
                }
                reader.accept(lines.number(), text);
            }
        }
    }

    private void checkName(String file, Predicate<FileName> nameIsTaken) {
        FileName read;
        try {
            read = FileName.parse(file);
        } catch (IllegalArgumentException e) {
            fault("F0000201", 0, String.valueOf(e.getMessage()));
            return;
        }
        name = read;
        if (!read.file().equals(file)) {
            fault("F0000201", 0, "the name does not end in " + FileName.ENDING);
        } else if (read.flag() != FeedbackFlag.SUBMISSION) {
            fault("F0000201", 0, "the name is that of an answer: " + read.flag().meaning());
        } else if (nameIsTaken.test(read)) {
            fault("F0000601", 0, "the bureau already has a file of this name");
        }
    }

    private void checkHeader(Lines lines) {
        String text = checkedText(lines);
        if (text == null) {
            return;
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            fault("ABF011", 1, "the file begins with a byte order mark");
            text = text.substring(1);
        }
        try {
            header = Header.parse(text);
            checkAgreement(header);
        } catch (IllegalArgumentException e) {
            fault("F0000301", 1, String.valueOf(e.getMessage()));
        }
    }

    private void checkAgreement(Header read) {
        if (name == null) {
            return;
        }
        if (!read.segmentCode().equals(name.segmentCode())) {
            fault("F0000401", 1, "the header's segment code is not the name's");
        }
        if (!read.generatedAt().toLocalDate().equals(name.date())) {
            fault("F0000401", 1, "the header's date is not the name's");
        }
        if (!read.recordType().equals(name.recordType())) {
            fault("F0000401", 1, "the header's record type is not the name's");
        }
    }

    private void checkRecord(Lines lines) {
        if (lines.isEmpty()) {
            fault("F0000502", lines.number(), "a blank line");
            return;
        }
        records++;
        String text = checkedText(lines);
        if (text == null) {
            return;
        }
        RecordType type = new RecordType();
        String reason = xml.read(text, type);
        if (reason != null) {
            fault("ABR006", lines.number(), reason);
        } else if (header != null && !header.recordType().equals(type.found)) {
            fault("R0000101", lines.number(), "the record's type is not the header's " + header.recordType());
        }
    }

    /** The text of a line, whose framing is checked on the way; null when there is none to look into. */
    private @Nullable String checkedText(Lines lines) {
        if (lines.hasBareBreak()) {
            fault("F0000502", lines.number(), "a CR or LF that belongs to no CRLF");
        }
        if (lines.isTooLong()) {
            fault("F0000501", lines.number(), "longer than " + longestLine + " characters");
            return null;
        }
        String text = lines.text();
        if (text == null) {
            fault("ABF011", lines.number(), "not UTF-8");
        }
        return text;
    }

    private void checkCount() {
        if (header != null && header.records() != records) {
            fault("F0000301", 1, "the header counts " + header.records() + " records, the file has " + records);
        }
    }

    private void fault(String rule, long line, String reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new FileFault(rule, line, reason));
        }
    }

    /** The first InfRecType of a record. */
    private static final class RecordType implements XmlLine.Content {
        private @Nullable String found;

        @Override
        public void start(int depth, String element) {}

        @Override
        public void end(int depth, String element, String text) {
            if (found == null && element.equals("InfRecType")) {
                found = text;
            }
        }
    }
}
