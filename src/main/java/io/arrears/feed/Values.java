package io.arrears.feed;

import io.arrears.ledger.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the text of one value as its column's kind says: the value, null when there is none, or a {@link Fault}. */
public final class Values {

    /** Lenders' and bureaus' names are names of folders and files. */
    private static final Pattern SAFE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** How a spreadsheet writes a number that is too long for its cell; it keeps 15 digits at most. */
    private static final Pattern SHORTENED = Pattern.compile("[0-9](\\.[0-9]+)?E\\+[0-9]{2,3}");

    private static final Pattern RATE = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,8})?");
    private static final int LONGEST_BUREAU = 40;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Fault MISSING = new Fault("missing, but required");
    private static final Fault NO_ID = new Fault("not an id: " + Ids.EXPECTED);
    private static final Fault FORMULA =
            new Fault("not an id: it begins with one of = + - @, which a spreadsheet takes for a formula");
    private static final Fault LOST_DIGITS = new Fault(
            "a number that a spreadsheet has shortened, so its digits are lost: deliver what the core system wrote");
    private static final Fault NO_NAME =
            new Fault("not a lender's name: lower-case letters, digits and hyphens, at most 64");
    private static final Fault NO_BUREAU =
            new Fault("not a bureau's name: lower-case letters, digits and hyphens, at most 40");
    private static final Fault NO_DATE = new Fault("not a date like 2026-11-20 between 1900 and 2199");
    private static final Fault NO_INSTANT =
            new Fault("not an instant like 2026-11-20T23:59:59Z, or with an offset, between 1900 and 2199");
    private static final Fault TOO_FINE_INSTANT = new Fault("finer than microseconds");
    private static final Fault NO_AMOUNT = new Fault("not an amount: digits with at most one dot");
    private static final Fault NEGATIVE = new Fault("negative");
    private static final Fault TOO_FINE = new Fault("more decimals than the currency has");
    private static final Fault TOO_LARGE = new Fault("larger than 15 digits of minor units");
    private static final Fault NO_COUNT = new Fault("not a whole number from 0 to 2147483647");
    private static final Fault NO_RATE = new Fault("not a rate from 0: at most 4 digits before the dot and 8 after it");
    private static final Fault NO_COUNTRY = new Fault("not an ISO 3166 country of two capital letters");
    private static final Fault NO_CURRENCY = new Fault("not an ISO 4217 currency");

    private Values() {}

    /**
     * The value of one column.
     *
     * @param decimals of the account's currency; only amounts depend on it
     */
    public static @Nullable Object read(Column column, String text, int decimals) {
        if (text.isEmpty() || (column.required() && text.isBlank())) {
            return column.required() ? MISSING : column.absent();
        }
        if (text.indexOf("E+") > 0 && SHORTENED.matcher(text).matches()) {
            return LOST_DIGITS;
        }
        return switch (column.kind()) {
            case ID -> id(text);
            case LENDER -> SAFE_NAME.matcher(text).matches() ? text : NO_NAME;
            case BUREAU -> isBureau(text) ? text : NO_BUREAU;
            case TEXT -> fits(text, column.max()) ? text : new Fault("longer than " + column.max() + " characters");
            case WORD ->
                column.words().contains(text) ? text : new Fault("not one of " + String.join(", ", column.words()));
            case DATE -> date(text);
            case INSTANT -> instant(text);
            case AMOUNT -> amount(text, decimals);
            case COUNT -> count(text);
            case RATE -> RATE.matcher(text).matches() ? new BigDecimal(text).stripTrailingZeros() : NO_RATE;
            case COUNTRY -> COUNTRIES.contains(text) ? text : NO_COUNTRY;
            case CURRENCY -> CURRENCIES.contains(text) ? text : NO_CURRENCY;
        };
    }

    private static Object id(String text) {
        if (Ids.deliverable(text)) {
            return text;
        }
        return Ids.valid(text) ? FORMULA : NO_ID;
    }

    static boolean isLender(String text) {
        return SAFE_NAME.matcher(text).matches();
    }

    private static boolean isBureau(String text) {
        return text.equals("*")
                || (text.length() <= LONGEST_BUREAU && SAFE_NAME.matcher(text).matches());
    }

    /** Tables count characters, Java counts UTF-16 units: never fewer. */
    private static boolean fits(String text, int max) {
        return text.length() <= max || text.codePointCount(0, text.length()) <= max;
    }

    private static Object date(String text) {
        LocalDate date = Instants.date(text);
        return date == null ? NO_DATE : date;
    }

    private static Object instant(String text) {
        LocalDateTime instant = Instants.instant(text);
        if (instant == null) {
            return NO_INSTANT;
        }
        return Instants.finerThanTables(instant) ? TOO_FINE_INSTANT : instant;
    }

    private static Object amount(String text, int decimals) {
        long minor = Amounts.minor(text, decimals);
        if (minor >= 0) {
            return minor;
        }
        if (minor == Amounts.NEGATIVE) {
            return NEGATIVE;
        }
        if (minor == Amounts.TOO_FINE) {
            return TOO_FINE;
        }
        return minor == Amounts.TOO_LARGE ? TOO_LARGE : NO_AMOUNT;
    }

    private static Object count(String text) {
        long number = Amounts.minor(text, 0);
        return number < 0 || number > Integer.MAX_VALUE || text.indexOf('.') >= 0 ? NO_COUNT : (Object) (int) number;
    }
}
