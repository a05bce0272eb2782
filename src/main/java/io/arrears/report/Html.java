package io.arrears.report;

import io.arrears.publish.Csv;

/** Writes HTML: every text and attribute is escaped, whatever a file or a policy holds. */
final class Html {

    private final StringBuilder page = new StringBuilder(1 << 16);

    /** Begins an element; attributes are name, value, name, value … */
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            page.append('"');
        }
        page.append('>');
        return this;
    }

    Html close(String tag) {
        page.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** A whole element that holds a text; a cell of a table is no formula where it is pasted into a spreadsheet. */
    Html element(String tag, String text, String... attributes) {
        boolean isCell = tag.equals("td") || tag.equals("th");
        return open(tag, attributes)
                .text(isCell ? Csv.cell(text) : text)
                .close(tag)
                .line();
    }

    Html line() {
        page.append('\n');
        return this;
    }

    /** Markup that we made ourselves. */
    Html markup(String ours) {
        page.append(ours);
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
