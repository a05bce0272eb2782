package io.arrears.bureau.pboc.record;

import java.util.List;

/** Codes written one after the other: {@code "1 2 31"}. */
public final class CodeList {

    private CodeList() {}

    public static List<String> of(String codes) {
        return codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    }
}
