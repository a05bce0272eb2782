package io.arrears.delivery;

/** A hash table of 128-bit key hashes in flat arrays: the first row of each key, and whether another one differs. */
final class KeyTable {

    private final long[] high;
    private final long[] low;
    private final long[] content;
    private final long[] firstPlusOne;
    private final boolean[] conflict;
    private final int mask;
    private boolean repeats;

    KeyTable(long rows) {
        int capacity = Integer.highestOneBit((int) Math.max(2, Math.min(rows, 1 << 27))) << 2;
        high = new long[capacity];
        low = new long[capacity];
        content = new long[capacity];
        firstPlusOne = new long[capacity];
        conflict = new boolean[capacity];
        mask = capacity - 1;
    }

    void add(long keyHigh, long keyLow, long rowContent, long ordinal) {
        int slot = slot(keyHigh, keyLow);
        if (firstPlusOne[slot] == 0) {
            high[slot] = keyHigh;
            low[slot] = keyLow;
            content[slot] = rowContent;
            firstPlusOne[slot] = ordinal + 1;
        } else {
            repeats = true;
            conflict[slot] |= content[slot] != rowContent;
        }
    }

    /** Where the key stands, or would. */
    int slot(long keyHigh, long keyLow) {
        int slot = (int) keyLow & mask;
        while (firstPlusOne[slot] != 0 && (high[slot] != keyHigh || low[slot] != keyLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    boolean hasRepeats() {
        return repeats;
    }

    boolean conflicts(int slot) {
        return conflict[slot];
    }

    long first(int slot) {
        return firstPlusOne[slot] - 1;
    }
}
