package io.arrears.report;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Numbers as short as a chart needs them: 950, 12.5k, 3.1M, 2bn. */
final class Compact extends NumberFormat {

    private static final double[] STEPS = {1e9, 1e6, 1e3};
    private static final String[] ENDS = {"bn", "M", "k"};

    private final DecimalFormat digits = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));

    Compact() {
        digits.setRoundingMode(RoundingMode.HALF_UP);
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        for (int i = 0; i < STEPS.length; i++) {
            if (Math.abs(number) >= STEPS[i]) {
                return to.append(digits.format(number / STEPS[i])).append(ENDS[i]);
            }
        }
        return to.append(digits.format(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("numbers are written only");
    }
}
