package io.arrears.bureau.pboc.answer;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.pboc.file.FeedbackFlag;
import io.arrears.bureau.pboc.file.FileName;
import io.arrears.bureau.pboc.file.Lines;
import io.arrears.bureau.pboc.xml.XmlLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's answer to one submission: how many records it loaded and refused, and why, record by record; or what its client
 * wrote beside a file that it did not let out ({@code .bad}), whose lines count from 0.
 *
 * <p>Source: pboc2.md 1.3, pboc2-client.md. Lines end as a submission's do [U]. The records that the bureau sends back (ErrRec) are personal
 * and neither kept nor shown.
 *
 * @param submission the name of the file that is answered
 */
public record Feedback(FileName submission, FeedbackFlag flag, int loaded, int failed) {

    /** The bureau's tag for a fault of the whole record. */
    public static final String WHOLE_RECORD = "0000";

    /**
     * A returned record is Base64 of a line of ours, which has some thousand bytes; the bureau's own limit on a line would let a
     * spoilt answer take a good part of the memory.
     */
    private static final int LONGEST_LINE = 1 << 22;

    /** The line of a submission's first record. */
    static final int FIRST_RECORD = 2;

    private static final int HEADER_LINE = 1;

    /**
     * One reason why one line was refused.
     *
     * @param line of the submission; its header is line 1, record k is line k + 1
     * @param code the bureau's: {@code BLE019}
     * @param rules the ids of the rules behind the code: none when unknown, two when the code does not tell them apart
     * @param tag the item at fault, or {@link #WHOLE_RECORD}
     */
    public record Refusal(int line, String code, List<String> rules, String tag) {
        public Refusal {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Reads an answer and hands over its refusals in the order of its lines, in constant memory.
     *
     * <p>The file is read twice, so that nothing of a malformed one is handed over.
     *
     * @throws Refused with file, line and reason when the file is malformed or contradicts itself
     */
    public static Feedback read(Path file, Consumer<Refusal> refusals) throws IOException {
        walk(file, refusal -> {});
        return walk(file, refusals);
    }

    /** Whether it is the word of the bureau's client, which did not let the file out. */
    public boolean isOfClient() {
        return flag == FeedbackFlag.SUBMISSION;
    }

    private static Feedback walk(Path file, Consumer<Refusal> refusals) throws IOException {
        FileName name = name(file);
        try (Lines lines = new Lines(file, LONGEST_LINE, LONGEST_LINE)) {
            FeedbackHeader header = header(file, lines, name);
            BitSet refused = new BitSet();
            XmlLine xml = new XmlLine();
            while (lines.next()) {
                FeedbackLine answer = line(file, lines, xml);
                int line = submitted(name.flag(), answer);
                String reason = whyNot(name.flag(), answer, line, header, refused);
                if (reason != null) {
                    throw refused(file, lines.number(), reason);
                }
                refused.set(line);
                answer.refusals(line).forEach(refusals);
            }
            String reason = contradiction(name.flag(), header, refused.cardinality());
            if (reason != null) {
                throw refused(file, HEADER_LINE, reason);
            }
            return new Feedback(name.feedback(FeedbackFlag.SUBMISSION), name.flag(), header.loaded(), header.failed());
        }
    }

    /** The line of the submission: the client counts it from 0, and what is the file's fault is its first line's. */
    private static int submitted(FeedbackFlag flag, FeedbackLine answer) {
        if (answer.isOfFile()) {
            return HEADER_LINE;
        }
        return flag == FeedbackFlag.SUBMISSION ? answer.line() + 1 : answer.line();
    }

    private static FileName name(Path file) {
        String text = String.valueOf(file.getFileName());
        boolean isOfClient = text.endsWith(FileName.BAD_ENDING);
        try {
            FileName name = FileName.parse(text);
            if (isOfClient == (name.flag() == FeedbackFlag.SUBMISSION)) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.REJECTED, file + ": " + e.getMessage());
        }
        throw new Refused(
                ExitCode.REJECTED,
                file
                        + (isOfClient
                                ? ": a .bad is of a submission, whose name ends in 0"
                                : ": the name is that of a submission; name its answer, which ends in 1, 2 or 3, or its .bad"));
    }

    /** Of what the client writes only the lines are known [U]; a header that names another file is caught all the same. */
    private static FeedbackHeader header(Path file, Lines lines, FileName name) throws IOException {
        if (!lines.next()) {
            throw refused(file, HEADER_LINE, "the file is empty");
        }
        String text = text(file, lines);
        if (name.flag() == FeedbackFlag.SUBMISSION) {
            FeedbackHeader header = FeedbackHeader.ofClient(text);
            requireOwn(file, header, name);
            return header;
        }
        FeedbackHeader header;
        try {
            header = FeedbackHeader.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(file, HEADER_LINE, e.getMessage());
        }
        requireOwn(file, header, name);
        return header;
    }

    private static void requireOwn(Path file, FeedbackHeader header, FileName name) {
        if (header.isOfAnother(name)) {
            String other = header.name().matches("[0-9A-Z]+") ? ", " + header.name() : ""; // else it is no name
            throw refused(file, HEADER_LINE, "the header names another answer" + other + "; the file was renamed");
        }
    }

    private static FeedbackLine line(Path file, Lines lines, XmlLine xml) throws IOException {
        String text = text(file, lines);
        FeedbackLine answer = new FeedbackLine();
        try {
            String reason = xml.read(text, answer);
            if (reason != null) {
                throw refused(file, lines.number(), reason);
            }
            answer.requireWhole();
            return answer;
        } catch (IllegalArgumentException e) {
            throw refused(file, lines.number(), e.getMessage());
        }
    }

    private static String text(Path file, Lines lines) {
        if (lines.isTooLong()) {
            throw refused(file, lines.number(), "longer than " + LONGEST_LINE + " characters");
        }
        if (lines.hasBareBreak()) {
            throw refused(file, lines.number(), "a CR or LF that belongs to no CRLF");
        }
        String text = lines.text();
        if (text == null) {
            throw refused(file, lines.number(), "not UTF-8");
        }
        return text;
    }

    /** Why a line of the submission cannot be refused as this answer does; null when it can. */
    private static @Nullable String whyNot(
            FeedbackFlag flag, FeedbackLine answer, int line, FeedbackHeader header, BitSet refused) {
        return switch (flag) {
            case ALL_LOADED -> "refuses a line, though the name says that every record was loaded";
            case PARTLY_LOADED -> {
                if (answer.isOfFile()) {
                    yield "ErrRecId is missing";
                }
                if (line <= HEADER_LINE || line > HEADER_LINE + header.records()) {
                    yield "ErrRecId is no record's line; the file had " + header.records()
                            + " records after its header";
                }
                yield refused.get(line) ? "ErrRecId names a line that was refused before" : null;
            }
            // how often a line comes when the file as a whole was refused is not known [U]
            case FILE_REFUSED, SUBMISSION -> null;
        };
    }

    /** How the name, the header's counts and the lines contradict each other; null when they agree. */
    private static @Nullable String contradiction(FeedbackFlag flag, FeedbackHeader header, int refused) {
        return switch (flag) {
            case ALL_LOADED ->
                header.failed() == 0 ? null : "the name says that every record was loaded, the header that some failed";
            case FILE_REFUSED ->
                header.loaded() == 0
                        ? null
                        : "the name says that the file was refused, the header that records were loaded";
            case SUBMISSION -> refused == 0 ? "the file names nothing that is wrong" : null;
            case PARTLY_LOADED -> {
                if (header.failed() == 0) {
                    yield "the name says that some records were refused, the header that none failed";
                }
                yield header.failed() == refused
                        ? null
                        : "the header counts " + header.failed() + " failed, the lines name " + refused;
            }
        };
    }

    private static Refused refused(Path file, long line, @Nullable String reason) {
        return new Refused(ExitCode.REJECTED, file + ":" + line + ": " + reason + "; nothing of this answer was taken");
    }
}
