package io.arrears.bureau.pboc.xml;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.Layout;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records as lines of XML: {@code <Document><InAcctInf>...</InAcctInf></Document>}, without line breaks or white space of
 * its own, elements in the order of their layouts.
 */
public final class PbocXml {

    static final String DOCUMENT = "Document";

    private PbocXml() {}

    /**
     * The record's line, without its line end; {@link #parse} gives the same record back.
     *
     * @throws IllegalArgumentException when a value holds a character that XML 1.0 forbids; rule I0000201 finds it before
     */
    public static String line(PbocRecord record) {
        StringBuilder out = new StringBuilder(1024);
        RecordKind kind = record.kind();
        open(out, DOCUMENT);
        open(out, kind.root());
        boolean corrects = kind.isCorrection();
        for (Section section : record.sections()) {
            if (section.kind() == kind.head()) {
                section(out, section, !kind.isFlat());
            } else if (!corrects) {
                section(out, section, true);
            }
        }
        if (corrects) {
            open(out, RecordKind.CORRECTED);
            record.sections().stream()
                    .filter(section -> section.kind() != kind.head())
                    .forEach(section -> section(out, section, true));
            close(out, RecordKind.CORRECTED);
        }
        close(out, kind.root());
        close(out, DOCUMENT);
        return out.toString();
    }

    /** Reads a line back; what it cannot be is told as a fault of ABR006 or R0000101. */
    public static Parsed parse(String line) {
        return XmlRecordReader.read(line);
    }

    /** One section as it stands in the line. */
    public static String section(Section section) {
        StringBuilder out = new StringBuilder(512);
        section(out, section, true);
        return out.toString();
    }

    private static void section(StringBuilder out, Section section, boolean wrapped) {
        String tag = section.kind().element();
        if (wrapped) {
            open(out, tag);
        }
        Elements elements = section.elements();
        Layout.Group group = elements.layout().group();
        List<Item> items = elements.layout().items();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            element(out, item.tag(), elements.at(i));
            if (group != null && item.tag().equals(group.count())) {
                section.entries().forEach(entry -> entry(out, group.tag(), entry));
            }
        }
        if (wrapped) {
            close(out, tag);
        }
    }

    private static void entry(StringBuilder out, String tag, Elements entry) {
        open(out, tag);
        List<Item> items = entry.layout().items();
        for (int i = 0; i < items.size(); i++) {
            element(out, items.get(i).tag(), entry.at(i));
        }
        close(out, tag);
    }

    private static void element(StringBuilder out, String tag, @Nullable String value) {
        if (value != null) {
            if (!isWritable(value)) {
                throw new IllegalArgumentException("a character that XML forbids in " + tag);
            }
            open(out, tag);
            escape(out, value);
            close(out, tag);
        }
    }

    private static void open(StringBuilder out, String tag) {
        out.append('<').append(tag).append('>');
    }

    private static void close(StringBuilder out, String tag) {
        out.append("</").append(tag).append('>');
    }

    /** Line ends as references too, so that a record stays one line and comes back as it was. */
    private static void escape(StringBuilder out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\n', '\r', '\t' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
    }

    /** Whether XML 1.0 can hold the text at all: no control characters, no lone surrogates, no noncharacters. */
    public static boolean isWritable(String value) {
        int c;
        for (int i = 0; i < value.length(); i += Character.charCount(c)) {
            c = value.codePointAt(i);
            boolean isText = (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
            if (!isText && c != '\t' && c != '\n' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
