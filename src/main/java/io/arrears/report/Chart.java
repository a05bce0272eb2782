package io.arrears.report;

import java.awt.BasicStroke;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts as SVG, in inks that the style sheet colours; told apart by dashes, markers and labels, too. */
final class Chart {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 230;
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke THICK = new BasicStroke(2);

    /** Lines with more points show a marker at their end alone. */
    private static final int FEW = 20;

    private Chart() {}

    /** One bar a label, its value above it. */
    static String bars(String title, Map<String, ? extends Number> values) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        values.forEach((label, value) -> data.addValue(value, title, label));
        BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setMaximumBarWidth(0.12);
        bars.setSeriesPaint(0, Ink.BAR.paint);
        bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", new Compact()));
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(Type.REGULAR);
        bars.setDefaultItemLabelPaint(Ink.WORDS.paint);
        CategoryAxis labels = new CategoryAxis();
        labels.setTickLabelFont(Type.REGULAR);
        labels.setLabelFont(Type.REGULAR);
        labels.setTickLabelPaint(Ink.WORDS.paint);
        labels.setAxisLinePaint(Ink.AXIS.paint);
        labels.setTickMarkPaint(Ink.AXIS.paint);
        labels.setCategoryMargin(0.1);
        labels.setLowerMargin(0.01);
        labels.setUpperMargin(0.01);
        labels.setMaximumCategoryLabelWidthRatio(1.2f);
        NumberAxis amounts = amounts();
        amounts.setUpperMargin(0.15);
        CategoryPlot plot = new CategoryPlot(data, labels, amounts, bars);
        plot.setRangeGridlinePaint(Ink.GRID.paint);
        plot.setRangeGridlineStroke(THIN);
        return draw(title, plot);
    }

    /** One line a label over the days. */
    static String overDays(String title, Map<String, ? extends SortedMap<LocalDate, ? extends Number>> lines) {
        DateAxis days = new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        days.setDateFormatOverride(format);
        days.setStandardTickUnits(wholeDays());
        XYSeriesCollection data = new XYSeriesCollection();
        lines.forEach((label, line) -> {
            XYSeries series = new XYSeries(label);
            line.forEach((day, value) -> series.add(
                    (double) day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), value));
            data.addSeries(series);
        });
        return lines(title, data, days);
    }

    /** Days and more, never hours. */
    private static TickUnits wholeDays() {
        TickUnits units = new TickUnits();
        for (int days : new int[] {1, 2, 7, 14}) {
            units.add(new DateTickUnit(DateTickUnitType.DAY, days));
        }
        for (int months : new int[] {1, 2, 3, 6, 12, 24, 60}) {
            units.add(new DateTickUnit(DateTickUnitType.MONTH, months));
        }
        return units;
    }

    /** One line a label over whole numbers, such as days of age. */
    static String overNumbers(
            String title, String axis, Map<String, ? extends SortedMap<Integer, ? extends Number>> lines) {
        NumberAxis numbers = new NumberAxis(axis);
        numbers.setAutoRangeIncludesZero(false);
        numbers.setNumberFormatOverride(new Compact());
        XYSeriesCollection data = new XYSeriesCollection();
        lines.forEach((label, line) -> {
            XYSeries series = new XYSeries(label);
            line.forEach(series::add);
            data.addSeries(series);
        });
        return lines(title, data, numbers);
    }

    private static String lines(String title, XYSeriesCollection data, ValueAxis across) {
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        lines.setDrawSeriesLineAsPath(true);
        NumberAxis amounts = amounts();
        XYPlot plot = new XYPlot(data, across, amounts, lines);
        for (int i = 0; i < data.getSeriesCount(); i++) {
            lines.setSeriesPaint(i, Ink.series(i).paint);
            lines.setSeriesStroke(i, THICK);
            lines.setSeriesShape(i, marker(i));
            lines.setSeriesShapesVisible(i, data.getItemCount(i) <= FEW);
        }
        if (data.getSeriesCount() > 1) {
            across.setUpperMargin(0.16);
            name(data, plot);
        }
        style(across);
        plot.setRangeGridlinePaint(Ink.GRID.paint);
        plot.setRangeGridlineStroke(THIN);
        plot.setDomainGridlinesVisible(false);
        return draw(title, plot);
    }

    /** Writes each line's name at its end, so far apart that they can be read. */
    private static void name(XYSeriesCollection data, XYPlot plot) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < data.getSeriesCount(); i++) {
            ends.add(i);
        }
        ends.sort(Comparator.comparingDouble(i -> last(data.getSeries(i.intValue()))));
        double apart = plot.getRangeAxis().getRange().getLength() / 13;
        double free = Double.NEGATIVE_INFINITY;
        for (int i : ends) {
            XYSeries series = data.getSeries(i);
            double y = Math.max(last(series), free);
            free = y + apart;
            XYTextAnnotation name = new XYTextAnnotation(" " + series.getKey(), series.getMaxX(), y);
            name.setTextAnchor(TextAnchor.CENTER_LEFT);
            name.setFont(Type.REGULAR);
            name.setPaint(Ink.series(i).paint);
            plot.addAnnotation(name);
        }
    }

    private static double last(XYSeries series) {
        return series.getY(series.getItemCount() - 1).doubleValue();
    }

    private static NumberAxis amounts() {
        NumberAxis amounts = new NumberAxis();
        amounts.setNumberFormatOverride(new Compact());
        amounts.setAutoRangeIncludesZero(true);
        amounts.setAutoRangeMinimumSize(1);
        style(amounts);
        return amounts;
    }

    private static void style(ValueAxis axis) {
        axis.setTickLabelFont(Type.REGULAR);
        axis.setLabelFont(Type.REGULAR);
        axis.setLabelPaint(Ink.WORDS.paint);
        axis.setTickLabelPaint(Ink.WORDS.paint);
        axis.setAxisLinePaint(Ink.AXIS.paint);
        axis.setTickMarkPaint(Ink.AXIS.paint);
        axis.setMinorTickMarksVisible(false);
    }

    private static Shape marker(int series) {
        return switch (series % 3) {
            case 0 -> new Ellipse2D.Double(-3, -3, 6, 6);
            case 1 -> new Rectangle2D.Double(-3, -3, 6, 6);
            default -> new Polygon(new int[] {-4, 4, 0}, new int[] {3, 3, -4}, 3);
        };
    }

    private static String draw(String title, Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setNoDataMessage(null);
        plot.setInsets(new RectangleInsets(4, 4, 4, 30));
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        Html svg = new Html();
        svg.open("svg", "class", "chart", "role", "img", "aria-label", title, "viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        chart.draw(new Svg(svg), new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        return svg.close("svg").line().toString();
    }
}
