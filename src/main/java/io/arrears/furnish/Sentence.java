package io.arrears.furnish;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What held.csv and excluded.csv say of why something does not go out, and by what evidence: a key, with places for ids and days.
 *
 * <p>The lists have it in English, which programs read; whoever writes it in another language reads the values back from it. Those
 * that could be taken for one another stand in the order in which they are tried.
 */
public enum Sentence {
    PRODUCT_NOT_TOLD("the lender's file does not say how this product is told"),
    LINE_TOLD_AS_LOAN("the product is told as loans, and the account is a line of credit"),
    LOAN_TOLD_AS_LINE("the product is told as lines of credit, and the account is a loan"),
    LINE_OWES_BESIDE_DRAWS("the line's draws are told as accounts of their own, and it owes or is billed itself"),
    NOT_TO_BE_TOLD("the account must not be told"),
    ROWS_MISSING("rows of the account were rejected and have not arrived"),
    ROWS_OF_ANYBODY("rejected rows whose account is unknown can be this account's"),
    FACT_SET_ASIDE("a rule set a fact of the account aside"),
    EARLIER_PREPARED("an earlier record is prepared and neither sent nor void"),
    CONSENT_MISSING("no written consent for this bureau"),
    CONSENT_WITHDRAWN("the consent was withdrawn before the loan was drawn"),
    NOTICE_MISSING("no delivered notice since the default arose"),
    EARLIER_NOT_LOADED("the bureau must have loaded an earlier record of the account first"),
    PERSON_INCOMPLETE("the borrower's record is incomplete"),
    REFUSED("the bureau refused this very record"),
    GIVEN_UP_TOLD("two people gave it up as told: the bureau has it by other means"),
    GIVEN_UP_UNTOLD("two people gave it up as untold"),
    HELD_AS_CLOSED("the bureau held the account as closed before we began, and it is open"),
    HELD_AS_OPEN("the bureau held the account as open before we began, on its last day or later"),

    NO_CONSENT_KNOWN("none known"),
    CONSENT_GIVEN("form {0} given {1}"),
    NO_NOTICE("episode since {0}, no notice"),
    LAST_NOTICE("episode since {0}, last notice {1}"),
    ONE_ROW("1 row, {0}"),
    MORE_ROWS("{0} rows, the first {1}"),
    TAG_MISSING("{0} is missing"),
    TAGS_MISSING("{0} are missing"),
    BASELINE_ENDED("baseline of {0}, ended {1}"),
    BASELINE("baseline of {0}"),
    PRODUCT("product {0}"),
    FACT("fact {0}"),
    RECORD("{0} of {1}");

    private final String english;
    private final Pattern pattern;

    Sentence(String english) {
        this.english = english;
        this.pattern = Pattern.compile("\\Q" + english.replaceAll("\\{\\d}", "\\\\E(.+)\\\\Q") + "\\E");
    }

    /** In English, its places filled. */
    public String of(Object... values) {
        String text = english;
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** What stands in its places in a text; nothing if the text is another one. */
    public Optional<List<String>> values(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList())
                : Optional.empty();
    }
}
