package io.arrears.report;

import java.awt.Color;
import java.util.Locale;

/**
 * What a chart is drawn with: the page's style sheet says which colour that is, light or dark, by the class of the same name.
 * The colours here only tell the inks apart while a chart is laid out.
 */
enum Ink {
    WORDS,
    AXIS,
    GRID,
    BAR,
    S0,
    S1,
    S2,
    S3,
    S4,
    S5;

    static final int SERIES = 6;

    private static final Ink[] ALL = values();

    final Color paint = new Color(1, 1, ordinal() + 1);

    static Ink series(int index) {
        return ALL[S0.ordinal() + index % SERIES];
    }

    static String style(Object paint) {
        for (Ink ink : ALL) {
            if (ink.paint.equals(paint)) {
                return ink.name().toLowerCase(Locale.ROOT);
            }
        }
        throw new IllegalArgumentException("a chart is drawn with inks only, not with " + paint);
    }
}
