package io.arrears.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines that one account adds to lists, file by file, each file's in the order in which they were added. */
final class ListLines {

    private final Map<String, StringBuilder> lines = new LinkedHashMap<>();

    void add(FurnishCsv list, @Nullable Object... values) {
        add(list.file(), list.line(values));
    }

    /** @param line with its end */
    void add(String file, String line) {
        lines.computeIfAbsent(file, name -> new StringBuilder()).append(line);
    }

    /** Of each file that has any, its lines with their ends. */
    Map<String, String> byFile() {
        Map<String, String> text = new LinkedHashMap<>();
        lines.forEach((file, written) -> text.put(file, written.toString()));
        return text;
    }
}
