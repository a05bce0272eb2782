package io.arrears.bureau.pboc.record;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements that one layout's place holds: each is absent, blank or filled. Immutable.
 *
 * <p>An unknown tag is an {@link IllegalArgumentException} everywhere.
 */
public final class Elements {

    private final Layout layout;
    private final @Nullable String[] values;

    private Elements(Layout layout, @Nullable String[] values) {
        this.layout = layout;
        this.values = values;
    }

    /** Nothing at all. */
    public static Elements none(Layout layout) {
        return new Elements(layout, new @Nullable String[layout.items().size()]);
    }

    /** Every element that an account of this type has without further condition, all of them blank. */
    static Elements blank(Layout layout, @Nullable AccountType type) {
        Elements blank = none(layout);
        List<Item> items = layout.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isOf(type)
                    && items.get(i).when() == null
                    && !items.get(i).optional()) {
                blank.values[i] = "";
            }
        }
        return blank;
    }

    public Layout layout() {
        return layout;
    }

    /** Whether the element is there, be it blank. */
    public boolean has(String tag) {
        return values[layout.position(tag)] != null;
    }

    /** The element's value; empty when it is blank or absent. */
    public String value(String tag) {
        String value = values[layout.position(tag)];
        return value == null ? "" : value;
    }

    /** The value of the element at a place of the layout, blank or not; null when it is absent. */
    @Nullable
    public String at(int position) {
        return values[position];
    }

    /** Whether no element is there. */
    public boolean isEmpty() {
        for (String value : values) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }

    /**
     * With the element set. What depends on its code appears blank, or goes if it is blank; a blank value leaves an
     * absent element absent.
     */
    public Elements with(String tag, String value) {
        if (value.isEmpty() && !has(tag)) {
            return this;
        }
        Elements changed = put(tag, value);
        return layout.decides(tag) ? changed.settled(tag) : changed;
    }

    /** With the element there as it is read, whatever the layout thinks of it. */
    public Elements put(String tag, String value) {
        Elements changed = new Elements(layout, values.clone());
        changed.values[layout.position(tag)] = value;
        return changed;
    }

    public Elements without(String tag) {
        Elements changed = new Elements(layout, values.clone());
        changed.values[layout.position(tag)] = null;
        return changed;
    }

    private Elements settled(String changed) {
        Elements settled = this;
        for (Item item : layout.items()) {
            Item.Condition when = item.when();
            if (when != null && when.tag().equals(changed) && value(item.tag()).isEmpty()) {
                boolean applies = when.codes().contains(value(changed));
                settled = applies ? settled.put(item.tag(), "") : settled.without(item.tag());
            }
        }
        return settled;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Elements that && layout == that.layout && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The tags alone, since values may be personal. */
    @Override
    public String toString() {
        return layout.items().stream().map(Item::tag).filter(this::has).toList().toString();
    }
}
