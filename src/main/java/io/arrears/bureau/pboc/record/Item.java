package io.arrears.bureau.pboc.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One element of a layout: its tag, whose it is, whether it must be filled, and what its values look like.
 *
 * @param length the most characters or digits, or exactly how many, as the form says
 * @param codes what may stand there, for {@link Form#CODE}
 * @param types the account types whose records have the element
 * @param when what must hold for the element to appear; none: it always does
 * @param must whether it is filled wherever it appears
 * @param personal whether its values are masked wherever they are shown
 * @param optional whether it may be left out; where it appears it says something
 */
public record Item(
        String tag,
        Form form,
        int length,
        List<String> codes,
        Set<AccountType> types,
        @Nullable Condition when,
        boolean must,
        boolean personal,
        boolean optional) {

    public static final Set<AccountType> ALL = Set.copyOf(EnumSet.allOf(AccountType.class));

    /** That an element of the same section holds one of these codes. */
    public record Condition(String tag, List<String> codes) {}

    private static Item item(String tag, Form form, int length, List<String> codes) {
        return new Item(tag, form, length, codes, ALL, null, true, false, false);
    }

    static Item code(String tag, String codes) {
        return item(tag, Form.CODE, 0, CodeList.of(codes));
    }

    static Item item(String tag, Form form) {
        return item(tag, form, 0, List.of());
    }

    static Item item(String tag, Form form, int length) {
        return item(tag, form, length, List.of());
    }

    static Item text(String tag, int most) {
        return item(tag, Form.TEXT, most);
    }

    static Item whole(String tag, int digits) {
        return item(tag, Form.WHOLE, digits);
    }

    static Item amount(String tag) {
        return whole(tag, 15);
    }

    static Item date(String tag) {
        return item(tag, Form.DATE);
    }

    Item only(AccountType first, AccountType... others) {
        return new Item(
                tag, form, length, codes, Set.copyOf(EnumSet.of(first, others)), when, must, personal, optional);
    }

    Item when(String other, String itsCodes) {
        Condition condition = new Condition(other, CodeList.of(itsCodes));
        return new Item(tag, form, length, codes, types, condition, must, personal, optional);
    }

    Item mayBeBlank() {
        return new Item(tag, form, length, codes, types, when, false, personal, optional);
    }

    Item mayBeAbsent() {
        return new Item(tag, form, length, codes, types, when, must, personal, true);
    }

    /** Personal data, or free text that may hold some. */
    Item masked() {
        return new Item(tag, form, length, codes, types, when, must, true, optional);
    }

    /** Whether records of this account type have the element; without a type, whether all do. */
    public boolean isOf(@Nullable AccountType type) {
        return type == null ? types.size() == ALL.size() : types.contains(type);
    }

    /** Whether the element stands in every record that has its section. */
    public boolean isAlways() {
        return when == null && !optional && types.size() == ALL.size();
    }
}
