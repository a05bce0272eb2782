package io.arrears.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a text in CSV, one after another (RFC 4180), whatever its lines end with. */
final class CsvText {

    private final String text;
    private int at;
    private int line = 1;

    CsvText(String text) {
        this.text = text;
    }

    /** The line on which the next record begins; the first is 1. */
    int line() {
        return line;
    }

    /** The cells of one record. */
    static List<String> cells(String record) {
        List<String> cells = new CsvText(record).next();
        return cells == null ? List.of("") : cells;
    }

    /**
     * The next record; none at the end.
     *
     * @throws IllegalArgumentException when a quote is never closed
     */
    @Nullable
    List<String> next() {
        if (at >= text.length()) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (taken(','));
        if (!taken('\r') || at < text.length()) {
            taken('\n');
        }
        line++;
        return cells;
    }

    private boolean taken(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private String cell() {
        return taken('"') ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isEnd(char c) {
        return c == ',' || c == '\r' || c == '\n';
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && !taken('"')) {
                return cell.append(plain()).toString();
            }
            line += c == '\n' ? 1 : 0;
            cell.append(c);
        }
        throw new IllegalArgumentException("a quote is never closed");
    }
}
