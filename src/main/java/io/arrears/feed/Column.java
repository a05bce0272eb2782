package io.arrears.feed;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a feed: its name in the header and in the table, how its values are read, and what it refers to.
 *
 * @param max for TEXT, the most characters
 * @param words for WORD, what may stand there
 * @param personal its values are masked wherever they are shown
 * @param absent what an empty value means; null: nothing is stored
 * @param erasedBy the column that, where a row has it, makes this one's value neither needed nor kept
 * @param digits the table's column that keeps this one's digits alone, to be found by; not a column of the file
 */
public record Column(
        String name,
        Kind kind,
        int max,
        List<String> words,
        boolean required,
        boolean personal,
        Reference reference,
        @Nullable Object absent,
        @Nullable String erasedBy,
        @Nullable String digits) {

    /** What a value must already be the id of, in the ledger or in the same delivery. */
    public enum Reference {
        NOTHING,
        BORROWER,
        ACCOUNT,
        CONTACT
    }

    static Column column(String name, Kind kind) {
        return new Column(name, kind, 0, List.of(), false, false, Reference.NOTHING, null, null, null);
    }

    static Column text(String name, int max) {
        return new Column(name, Kind.TEXT, max, List.of(), false, false, Reference.NOTHING, null, null, null);
    }

    static <E extends Enum<E>> Column word(String name, Class<E> words) {
        List<String> names =
                Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
        return new Column(name, Kind.WORD, 0, names, false, false, Reference.NOTHING, null, null, null);
    }

    static Column account() {
        return column("account_id", Kind.ID).to(Reference.ACCOUNT).must();
    }

    /** A telephone that somebody was or may not be reached at. */
    static Column handle() {
        return text(Feed.HANDLE_ID, 64).masked().digitsAs("handle");
    }

    Column must() {
        return new Column(name, kind, max, words, true, personal, reference, absent, erasedBy, digits);
    }

    /** Personal data, or free text that may hold some. */
    Column masked() {
        return new Column(name, kind, max, words, required, true, reference, absent, erasedBy, digits);
    }

    Column to(Reference target) {
        return new Column(name, kind, max, words, required, personal, target, absent, erasedBy, digits);
    }

    Column orElse(Object value) {
        return new Column(name, kind, max, words, required, personal, reference, value, erasedBy, digits);
    }

    /** Dropped where the row says, in that other column, that somebody asked to be forgotten. */
    Column erasedBy(String other) {
        return new Column(name, kind, max, words, required, personal, reference, absent, other, digits);
    }

    /** A telephone: its digits alone are kept beside it, under this name. */
    Column digitsAs(String stored) {
        return new Column(name, kind, max, words, required, personal, reference, absent, erasedBy, stored);
    }
}
