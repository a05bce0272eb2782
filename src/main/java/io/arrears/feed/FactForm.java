package io.arrears.feed;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the value of a bureau fact looks like.
 *
 * @param expected the same in words, to follow "not"
 */
public record FactForm(Pattern pattern, String expected) {

    public boolean allows(String text) {
        return pattern.matcher(text).matches();
    }

    /** One of some codes, listed with a space between them. */
    public static FactForm code(String codes) {
        return new FactForm(Pattern.compile(codes.replace(' ', '|')), "one of " + codes.replace(" ", ", "));
    }

    /** Characters are counted as code points: a rare ideograph is one. */
    public static FactForm text(int most) {
        return new FactForm(
                Pattern.compile("(?=\\S)\\P{Cc}{1," + most + "}(?<=\\S)", Pattern.UNICODE_CHARACTER_CLASS),
                "text of at most " + most + " characters on one line, without spaces around it");
    }

    public static FactForm contract(int most) {
        return new FactForm(
                Pattern.compile("[!-~]{1," + most + "}"),
                "a contract's number: at most " + most + " printable ASCII characters without spaces");
    }

    public static FactForm sixDigits() {
        return new FactForm(Pattern.compile("[0-9]{6}"), "6 digits");
    }

    public static FactForm email(int most) {
        return new FactForm(
                Pattern.compile("(?=.{1," + most + "}$)[!-?A-~]+@[!-?A-~]+"),
                "an e-mail address of at most " + most + " characters");
    }

    public static FactForm country() {
        return new FactForm(
                Pattern.compile(String.join("|", Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3))),
                "an ISO 3166 country of three capital letters");
    }

    public static FactForm wholeYuan() {
        return new FactForm(Pattern.compile("0|[1-9][0-9]{0,14}"), "a whole number of yuan of at most 15 digits");
    }

    public static FactForm fiveClass() {
        return new FactForm(Pattern.compile("[1-5]"), "a class from 1 to 5");
    }

    public static FactForm yesOrNo() {
        return new FactForm(code("yes no").pattern, "yes or no");
    }
}
