package io.arrears.report;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a chart library draws into the body of an SVG: shapes as paths, words as text, each with the class of its {@link
 * Ink} and no colour of its own. Nothing is clipped: a chart's lines stay within its axes.
 */
final class Svg extends Surface {

    private static final char[] SEGMENTS = {'M', 'L', 'Q', 'C', 'Z'};
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    private final Html body;
    private Paint paint = Ink.WORDS.paint;
    private Stroke stroke = new BasicStroke(1);
    private @Nullable Shape clip;

    Svg(Html body) {
        this.body = body;
    }

    @Override
    public void draw(Shape shape) {
        String width = number(((BasicStroke) stroke).getLineWidth());
        body.open("path", "class", "d " + Ink.style(paint), "stroke-width", width, "d", path(shape))
                .close("path");
    }

    @Override
    public void fill(Shape shape) {
        body.open("path", "class", "f " + Ink.style(paint), "d", path(shape)).close("path");
    }

    @Override
    public void drawString(String text, float x, float y) {
        body.open("text", "class", Ink.style(paint), "x", number(x), "y", number(y))
                .text(text)
                .close("text");
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator part = shape.getPathIterator(null); !part.isDone(); part.next()) {
            int kind = part.currentSegment(at);
            path.append(SEGMENTS[kind]);
            for (int i = 0; i < 2 * POINTS[kind]; i++) {
                path.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
        return path.toString();
    }

    /** With at most one decimal: a tenth of a point is finer than any screen. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    @Override
    public void setPaint(Paint paint) {
        this.paint = paint;
    }

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setColor(Color color) {
        setPaint(color);
    }

    @Override
    public Color getColor() {
        return (Color) paint;
    }

    @Override
    public void setStroke(Stroke stroke) {
        this.stroke = stroke;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setFont(Font font) {
        if (!(font instanceof Type)) {
            throw new IllegalArgumentException("a chart has one typeface");
        }
    }

    @Override
    public Font getFont() {
        return Type.REGULAR;
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return Type.REGULAR.metrics();
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return new FontRenderContext(null, true, true);
    }

    @Override
    public void clip(Shape shape) {
        clip = shape;
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        clip = shape;
    }

    @Override
    public @Nullable Shape getClip() {
        return clip;
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        return clip == null ? null : clip.getBounds();
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform();
    }

    @Override
    public void setTransform(AffineTransform at) {
        refuse(at.isIdentity());
    }

    @Override
    public void translate(int x, int y) {
        refuse(x == 0 && y == 0);
    }

    @Override
    public void translate(double x, double y) {
        refuse(x == 0 && y == 0);
    }

    private static void refuse(boolean unlessNothingMoves) {
        if (!unlessNothingMoves) {
            throw new UnsupportedOperationException("a chart is drawn where it stands");
        }
    }

    @Override
    public void setComposite(Composite composite) {}

    @Override
    public Composite getComposite() {
        return AlphaComposite.SrcOver;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {}

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return null;
    }

    @Override
    public void setRenderingHints(Map<?, ?> hints) {}

    @Override
    public void addRenderingHints(Map<?, ?> hints) {}

    @Override
    public RenderingHints getRenderingHints() {
        return new RenderingHints(null);
    }

    @Override
    public void dispose() {}
}
