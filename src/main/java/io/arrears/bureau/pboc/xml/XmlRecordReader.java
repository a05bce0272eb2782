package io.arrears.bureau.pboc.xml;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.Layout;
import io.arrears.bureau.pboc.record.Masking;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of XML into a record, as strictly as {@link PbocXml} writes it: nothing but known elements in their
 * order, each once, no attributes, comments or text between them, and neither DTD nor entities.
 */
final class XmlRecordReader {

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;

    private XmlRecordReader(XMLStreamReader in) {
        this.in = in;
    }

    /** A line that is XML but not a record; never holds a value. */
    private static final class Misshapen extends Exception {
        private static final long serialVersionUID = 1L;
        private final String tag;

        Misshapen(String tag, String reason) {
            super(reason);
            this.tag = Masking.plain(tag);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    static Parsed read(String line) {
        if (!line.startsWith("<Document>") || !line.endsWith("</Document>")) {
            return failed("ABR006", PbocXml.DOCUMENT, "the line is not one Document");
        }
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new StringReader(line));
            try {
                return new Parsed(new XmlRecordReader(in).document(), null);
            } finally {
                in.close();
            }
        } catch (Misshapen e) {
            return failed("R0000101", e.tag, String.valueOf(e.getMessage()));
        } catch (XMLStreamException e) {
            // The parser's own message may quote the line.
            return failed("ABR006", PbocXml.DOCUMENT, "not well-formed XML without DTD and entities");
        }
    }

    private static Parsed failed(String rule, String tag, String reason) {
        return new Parsed(null, new Fault(rule, tag, "", reason));
    }

    private PbocRecord document() throws XMLStreamException, Misshapen {
        next(PbocXml.DOCUMENT);
        String root = next(PbocXml.DOCUMENT);
        RecordKind kind = root == null ? null : RecordKind.ofRoot(root);
        if (root == null || kind == null) {
            throw new Misshapen(root == null ? PbocXml.DOCUMENT : root, "no record of a known type");
        }
        List<Section> sections = new ArrayList<>();
        if (kind.isFlat()) {
            sections.add(section(kind.head()));
        } else {
            sections(kind, root, kind.isCorrection(), sections);
        }
        String more = next(PbocXml.DOCUMENT);
        if (more != null) {
            throw new Misshapen(more, "a second record in one line");
        }
        if (in.next() != XMLStreamConstants.END_DOCUMENT) {
            throw new Misshapen(PbocXml.DOCUMENT, "something follows it");
        }
        return new PbocRecord(kind, sections);
    }

    /** The sections of a record; those of a correction but its head stand in an element of their own. */
    private void sections(RecordKind kind, String parent, boolean corrects, List<Section> into)
            throws XMLStreamException, Misshapen {
        boolean wrapped = false;
        for (String tag = next(parent); tag != null; tag = next(parent)) {
            if (corrects && tag.equals(RecordKind.CORRECTED) && !wrapped) {
                wrapped = true;
                sections(kind, tag, false, into);
                continue;
            }
            SectionKind section = kind.section(tag);
            boolean fits = section != null && (!corrects || (section == kind.head() && !wrapped));
            if (section == null || !fits) {
                throw new Misshapen(tag, "no section of " + parent);
            }
            if (!into.isEmpty() && section.compareTo(into.get(into.size() - 1).kind()) < 0) {
                throw new Misshapen(tag, "out of order");
            }
            into.add(section(section));
        }
        if (corrects && !wrapped) {
            throw new Misshapen(RecordKind.CORRECTED, "missing");
        }
    }

    private Section section(SectionKind kind) throws XMLStreamException, Misshapen {
        List<Elements> entries = new ArrayList<>();
        Elements elements = elements(kind.element(), kind.layout(), entries);
        return new Section(kind, elements, entries);
    }

    private Elements elements(String parent, Layout layout, List<Elements> entries)
            throws XMLStreamException, Misshapen {
        Elements elements = Elements.none(layout);
        Layout.Group group = layout.group();
        int at = -1;
        for (String tag = next(parent); tag != null; tag = next(parent)) {
            boolean isEntry = group != null && tag.equals(group.tag());
            if (!isEntry && !layout.has(tag)) {
                throw new Misshapen(tag, "no element of " + parent);
            }
            int position = layout.position(isEntry && group != null ? group.count() : tag);
            if (isEntry ? position < at : position <= at) {
                throw new Misshapen(tag, "twice or out of order");
            }
            at = position;
            if (isEntry && group != null) {
                entries.add(elements(tag, group.entry(), new ArrayList<>()));
            } else {
                elements = elements.put(tag, text(tag));
            }
        }
        return elements;
    }

    /** The tag of the next element; null at the end of its parent. */
    private @Nullable String next(String parent) throws XMLStreamException, Misshapen {
        int event = in.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
            return null;
        }
        if (event != XMLStreamConstants.START_ELEMENT) {
            throw new Misshapen(parent, "holds more than elements");
        }
        String tag = in.getLocalName();
        if (in.getAttributeCount() > 0) {
            throw new Misshapen(tag, "has attributes");
        }
        return tag;
    }

    private String text(String tag) throws XMLStreamException, Misshapen {
        StringBuilder text = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event != XMLStreamConstants.CHARACTERS && event != XMLStreamConstants.SPACE) {
                throw new Misshapen(tag, "holds more than text");
            }
            text.append(in.getText());
        }
        return text.toString();
    }
}
