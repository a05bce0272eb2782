package io.arrears.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delivery.Repeats.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySpillTest {

    @TempDir
    Path folder;

    /** The number of parts follows from the file's size: one, some, the most there are. */
    @ParameterizedTest
    @ValueSource(longs = {0, 100_000_000, 100_000_000_000L})
    void every_key_that_stands_twice_is_found_whatever_the_number_of_parts(long fileBytes) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> keys = new ArrayList<>();
        List<Long> contents = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        Map<String, Boolean> conflict = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            String key = "A" + random.nextInt(80_000) + " 1 1";
            long content = random.nextInt(3);
            keys.add(key);
            contents.add(content);
            Integer before = first.putIfAbsent(key, i);
            if (before != null) {
                conflict.merge(key, contents.get(before) != content, Boolean::logicalOr);
            }
        }
        try (KeySpill spill = new KeySpill(folder.resolve("keys"), fileBytes);
                Repeats repeats = new Repeats(folder.resolve("repeats"))) {
            for (int i = 0; i < keys.size(); i++) {
                spill.add(
                        keys.get(i),
                        ByteBuffer.allocate(16).putLong(contents.get(i)).array(),
                        i);
            }
            assertThat(spill.mark(repeats)).isTrue();
            for (int i = 0; i < keys.size(); i++) {
                Verdict expected = conflict.getOrDefault(keys.get(i), false)
                        ? Verdict.CONFLICTING
                        : first.get(keys.get(i)) == i ? Verdict.SINGLE : Verdict.REPEATED;
                assertThat(repeats.of(i)).as("row %d, seed %d", i, seed).isEqualTo(expected);
            }
        }
        assertThat(Files.exists(folder.resolve("keys"))).isFalse();
    }

    @Test
    void keys_that_differ_leave_no_mark() throws IOException {
        try (KeySpill spill = new KeySpill(folder.resolve("keys"), 0);
                Repeats repeats = new Repeats(folder.resolve("repeats"))) {
            for (int i = 0; i < 10_000; i++) {
                spill.add("A" + i, new byte[16], i);
            }
            assertThat(spill.mark(repeats)).isFalse();
            assertThat(repeats.of(9_999)).isEqualTo(Verdict.SINGLE);
        }
    }
}
