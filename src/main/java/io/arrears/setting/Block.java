package io.arrears.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a block, of which each is read once, and one left over is unknown. */
public final class Block {

    private final Setting setting;
    private final Map<String, Setting> rest;

    public Block(Setting setting) {
        this.setting = setting;
        this.rest = new LinkedHashMap<>(setting.block());
    }

    public Setting setting() {
        return setting;
    }

    /** The value of a key that must be there. */
    public Setting get(String key) {
        Setting found = rest.remove(key);
        if (found == null) {
            throw setting.refused("expected " + key + ", which is missing");
        }
        return found;
    }

    /** The value of a key; none where it is not there. */
    public @Nullable Setting find(String key) {
        return rest.remove(key);
    }

    /** Refuses a key that nobody read. */
    public void end() {
        rest.forEach((key, left) -> {
            throw left.refused("is no key here");
        });
    }
}
