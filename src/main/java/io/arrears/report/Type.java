package io.arrears.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;

/**
 * A typeface that no machine needs to have: its measures are those of a common sans-serif, so that a chart's layout, and with
 * it the page's bytes, depend on no installed font.
 */
final class Type extends Font {

    static final Type REGULAR = new Type(12);

    private Type(int points) {
        super("arrears", Font.PLAIN, points); // unlike the name of any default, which the library would keep instead
    }

    FontMetrics metrics() {
        return new Metrics(this);
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Line(text.length(), getSize2D());
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return bounds(text);
    }

    private Rectangle2D bounds(String text) {
        Line line = new Line(text.length(), getSize2D());
        return new Rectangle2D.Double(0, -line.getAscent(), width(text), line.getHeight());
    }

    private double width(String text) {
        return text.chars().mapToDouble(Type::em).sum() * getSize2D();
    }

    /** In parts of the type's size; Chinese characters fill a square. */
    private static double em(int c) {
        if (c >= 0x2E80) {
            return 1;
        } else if (c == ' ' || c == '.' || c == ',' || c == ':') {
            return 0.29;
        } else if (c >= 'A' && c <= 'Z') {
            return 0.69;
        }
        return 0.57;
    }

    private static final class Metrics extends FontMetrics {

        private final Type type;

        Metrics(Type type) {
            super(type);
            this.type = type;
        }

        @Override
        public int getAscent() {
            return Math.round(new Line(0, type.getSize2D()).getAscent());
        }

        @Override
        public int getDescent() {
            return Math.round(new Line(0, type.getSize2D()).getDescent());
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.ceil(type.width(text));
        }

        @Override
        public Rectangle2D getStringBounds(String text, Graphics graphics) {
            return type.bounds(text);
        }

        @Override
        public LineMetrics getLineMetrics(String text, Graphics graphics) {
            return new Line(text.length(), type.getSize2D());
        }
    }

    private static final class Line extends LineMetrics {

        private final int characters;
        private final float size;

        Line(int characters, float size) {
            this.characters = characters;
            this.size = size;
        }

        @Override
        public int getNumChars() {
            return characters;
        }

        @Override
        public float getAscent() {
            return size * 0.93f;
        }

        @Override
        public float getDescent() {
            return size * 0.23f;
        }

        @Override
        public float getLeading() {
            return 0;
        }

        @Override
        public float getHeight() {
            return getAscent() + getDescent();
        }

        @Override
        public int getBaselineIndex() {
            return Font.ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[] {0, 0, 0};
        }

        @Override
        public float getStrikethroughOffset() {
            return -size * 0.3f;
        }

        @Override
        public float getStrikethroughThickness() {
            return 1;
        }

        @Override
        public float getUnderlineOffset() {
            return size * 0.1f;
        }

        @Override
        public float getUnderlineThickness() {
            return 1;
        }
    }
}
