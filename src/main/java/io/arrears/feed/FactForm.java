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

    /** The years that PBOC's dates may lie in. */
    public static FactForm year() {
        return new FactForm(Pattern.compile("19(?!00)[0-9]{2}|20[0-9]{2}"), "a year from 1901 to 2099");
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

    /** The kinds of identity document that PBOC knows; 10 is the resident identity card. */
    public static FactForm identityType() {
        return code("1 2 5 6 8 9 A B C X 10 20");
    }
}
