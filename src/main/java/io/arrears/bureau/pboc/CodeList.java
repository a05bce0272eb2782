package io.arrears.bureau.pboc;

import java.util.List;

/** Codes written one after the other: {@code "1 2 31"}. */
final class CodeList {

    private CodeList() {}

    static List<String> of(String codes) {
        return codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    }
}
