package io.arrears.bureau.pboc.xml;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line that is one well-formed XML document without DTD, and so without entities of its own (ABR006).
 *
 * <p>What a parser says of a faulty document may quote it, so only the column is told. One instance serves one thread.
 */
public final class XmlLine {

    /** What stands in the document, in order; the root has depth 1. */
    public interface Content {
        void start(int depth, String element);

        /** The element ends; the text is what stood in it after its last child, if any. */
        void end(int depth, String element, String text);
    }

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    public XmlLine() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    /** Hands the whole line to the content; null when it is well formed, the reason otherwise. */
    @Nullable
    public String read(String line, Content content) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(line));
            try {
                return walk(reader, content);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
            return "not one well-formed XML document, at column " + Math.max(column, 1);
        }
    }

    private static @Nullable String walk(XMLStreamReader reader, Content content) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    content.start(++depth, reader.getLocalName());
                    text.setLength(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    content.end(depth--, reader.getLocalName(), text.toString());
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.DTD -> {
                    return "a DTD";
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return "an entity that XML does not know";
                }
                default -> {}
            }
        }
        return null;
    }
}
