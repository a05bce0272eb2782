package io.arrears.sample;

import java.util.List;

/**
 * The chance in one account: SplitMix64 over (seed, ordinal, stream).
 *
 * <p>Written out here, since the JDK may change how its generators bound their numbers, and the same seed must give the
 * same bytes on every JDK.
 */
final class SeededRandom {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed, long ordinal, long stream) {
        state = mix(mix(mix(seed) + ordinal) + stream);
    }

    /** A number from {@code low} to {@code high}, both possible. */
    long between(long low, long high) {
        state += GAMMA;
        return low + Long.remainderUnsigned(mix(state), high - low + 1);
    }

    int between(int low, int high) {
        return (int) between((long) low, high);
    }

    boolean chance(int percent) {
        return between(1, 100) <= percent;
    }

    <T> T one(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
