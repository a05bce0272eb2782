package io.arrears.delinquency;

import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which reversals take effect, each from its value date on, and which are set aside (D2).
 *
 * @param byTarget the reversal of each reversed entry, by the entry's id
 */
record Reversals(Map<String, Entry> byTarget, List<Review> setAside) {

    private static final Reversals NONE = new Reversals(Map.of(), List.of());

    /** @param entries in D3's order */
    static Reversals of(List<Entry> entries, LocalDate asOf) {
        if (!holdReversal(entries)) {
            return NONE;
        }
        Map<String, Entry> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        Map<String, Entry> byTarget = new HashMap<>();
        List<Review> setAside = new ArrayList<>();
        for (Entry reversal : entries) {
            if (reversal.type() != EntryType.REVERSAL || reversal.valueOn().isAfter(asOf)) {
                continue;
            }
            Entry target = reversal.reverses() == null ? null : byId.get(reversal.reverses());
            if (target == null && reversal.amount() == 0) {
                continue; // of a zero that was set aside at import (D21): there is nothing to take back
            }
            ReviewCode fault = fault(reversal, target, byTarget);
            if (target == null || fault != null) {
                setAside.add(new Review(fault == null ? ReviewCode.REVERSAL_TARGET_UNKNOWN : fault, reversal.id()));
            } else {
                byTarget.put(target.id(), reversal);
            }
        }
        return new Reversals(byTarget, setAside);
    }

    private static boolean holdReversal(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.type() == EntryType.REVERSAL) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ReviewCode fault(Entry reversal, @Nullable Entry target, Map<String, Entry> reversed) {
        if (target == null) {
            return ReviewCode.REVERSAL_TARGET_UNKNOWN;
        } else if (!target.type().isReversible()) {
            return ReviewCode.REVERSAL_TARGET_KIND;
        } else if (target.amount() != reversal.amount()) {
            return ReviewCode.REVERSAL_OTHER_AMOUNT;
        } else if (target.valueOn().isAfter(reversal.valueOn())) {
            return ReviewCode.REVERSAL_BEFORE_TARGET;
        } else if (reversed.containsKey(target.id())) {
            return ReviewCode.REVERSAL_REPEATED;
        }
        return null;
    }

    /** Whether the entry still happened, as seen at the end of a day. */
    boolean stands(Entry entry, LocalDate day) {
        Entry reversal = byTarget.get(entry.id());
        return reversal == null || reversal.valueOn().isAfter(day);
    }
}
