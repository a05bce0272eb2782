package io.arrears.bureau.pboc.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements of a section or of an entry in their order, and the group of entries that repeats in it. */
public final class Layout {

    /**
     * Entries that repeat, right after the element that counts them.
     *
     * @param count the tag of the counting element
     * @param tag the tag of each entry
     */
    public record Group(String count, String tag, Layout entry) {}

    private final List<Item> items;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> conditions = new HashSet<>();
    private final @Nullable Group group;

    private Layout(@Nullable Group group, List<Item> items) {
        this.group = group;
        this.items = items;
        for (int i = 0; i < items.size(); i++) {
            if (positions.put(items.get(i).tag(), i) != null) {
                throw new IllegalArgumentException("element twice: " + items.get(i));
            }
            Item.Condition when = items.get(i).when();
            if (when != null) {
                conditions.add(when.tag());
            }
        }
    }

    static Layout of(Item... items) {
        return new Layout(null, List.of(items));
    }

    static Layout of(Group group, Item... items) {
        return new Layout(group, List.of(items));
    }

    public List<Item> items() {
        return items;
    }

    public @Nullable Group group() {
        return group;
    }

    public boolean has(String tag) {
        return positions.containsKey(tag);
    }

    /** Where the element stands, from 0; an unknown tag is an {@link IllegalArgumentException}. */
    public int position(String tag) {
        Integer position = positions.get(tag);
        if (position == null) {
            throw new IllegalArgumentException("no element " + tag);
        }
        return position;
    }

    /** Whether another element appears or goes with what this one says. */
    boolean decides(String tag) {
        return conditions.contains(tag);
    }

    public Item item(String tag) {
        return items.get(position(tag));
    }
}
