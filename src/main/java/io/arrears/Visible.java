package io.arrears;

import java.util.Locale;

/** How text that somebody typed or delivered is shown: nothing in it ends a line, acts on a terminal or hides. */
public final class Visible {

    private Visible() {}

    /** The text with control and format characters as {@code \}{@code u001b}. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.append(of(point)));
        return shown.toString();
    }

    /** One character of it. */
    public static String of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> "\\u" + String.format(Locale.ROOT, "%04x", codePoint);
            default -> Character.toString(codePoint);
        };
    }
}
