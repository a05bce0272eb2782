package io.arrears.report;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;

/** A surface that takes shapes and words only: all else that Java's graphics ask for has no meaning in a chart, and says so. */
abstract class Surface extends Graphics2D {

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("a chart takes shapes and words only");
    }

    @Override
    public final boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
        throw refused();
    }

    @Override
    public final void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
        throw refused();
    }

    @Override
    public final void drawRenderedImage(RenderedImage image, AffineTransform at) {
        throw refused();
    }

    @Override
    public final void drawRenderableImage(RenderableImage image, AffineTransform at) {
        throw refused();
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, int x, int y) {
        throw refused();
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, float x, float y) {
        throw refused();
    }

    @Override
    public final void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        throw refused();
    }

    @Override
    public final boolean hit(Rectangle area, Shape shape, boolean onStroke) {
        throw refused();
    }

    @Override
    public final GraphicsConfiguration getDeviceConfiguration() {
        throw refused();
    }

    @Override
    public final void rotate(double angle) {
        throw refused();
    }

    @Override
    public final void rotate(double angle, double x, double y) {
        throw refused();
    }

    @Override
    public final void scale(double x, double y) {
        throw refused();
    }

    @Override
    public final void shear(double x, double y) {
        throw refused();
    }

    @Override
    public final void transform(AffineTransform at) {
        throw refused();
    }

    @Override
    public final void setBackground(Color color) {
        throw refused();
    }

    @Override
    public final Color getBackground() {
        throw refused();
    }

    @Override
    public final Graphics create() {
        throw refused();
    }

    @Override
    public final void setPaintMode() {
        throw refused();
    }

    @Override
    public final void setXORMode(Color color) {
        throw refused();
    }

    @Override
    public final void clipRect(int x, int y, int width, int height) {
        throw refused();
    }

    @Override
    public final void setClip(int x, int y, int width, int height) {
        throw refused();
    }

    @Override
    public final void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw refused();
    }

    @Override
    public final void drawLine(int x1, int y1, int x2, int y2) {
        throw refused();
    }

    @Override
    public final void fillRect(int x, int y, int width, int height) {
        throw refused();
    }

    @Override
    public final void clearRect(int x, int y, int width, int height) {
        throw refused();
    }

    @Override
    public final void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        throw refused();
    }

    @Override
    public final void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        throw refused();
    }

    @Override
    public final void drawOval(int x, int y, int width, int height) {
        throw refused();
    }

    @Override
    public final void fillOval(int x, int y, int width, int height) {
        throw refused();
    }

    @Override
    public final void drawArc(int x, int y, int width, int height, int start, int angle) {
        throw refused();
    }

    @Override
    public final void fillArc(int x, int y, int width, int height, int start, int angle) {
        throw refused();
    }

    @Override
    public final void drawPolyline(int[] xs, int[] ys, int points) {
        throw refused();
    }

    @Override
    public final void drawPolygon(int[] xs, int[] ys, int points) {
        throw refused();
    }

    @Override
    public final void fillPolygon(int[] xs, int[] ys, int points) {
        throw refused();
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw refused();
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw refused();
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, Color color, ImageObserver observer) {
        throw refused();
    }

    @Override
    public final boolean drawImage(
            Image image, int x, int y, int width, int height, Color color, ImageObserver observer) {
        throw refused();
    }

    @Override
    public final boolean drawImage(
            Image image, int dx1, int dy1, int dx2, int dy2, int x1, int y1, int x2, int y2, ImageObserver observer) {
        throw refused();
    }

    @Override
    public final boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int x1,
            int y1,
            int x2,
            int y2,
            Color color,
            ImageObserver observer) {
        throw refused();
    }
}
