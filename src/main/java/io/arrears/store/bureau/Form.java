package io.arrears.store.bureau;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A row, the id that its forms share, and which form of it this is. */
record Form<T>(String id, long revision, T row) {

    /** Of each row its newest form, in the order of the rows' ids. */
    static <T> List<T> newest(List<Form<T>> forms) {
        return forms.stream()
                .collect(Collectors.toMap(Form::id, form -> form, (a, b) -> a.revision() > b.revision() ? a : b))
                .values()
                .stream()
                .sorted(Comparator.comparing(Form::id))
                .map(Form::row)
                .toList();
    }
}
