package io.arrears.call;

import io.arrears.call.Answer.MayNot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits under which a night wrote its lines, as {@value #FILE} beside them has them: where each stands, and what it counts. */
final class Limits {

    static final String FILE = "worklist-limits.csv";

    private final SortedCsv file;

    Limits(SortedCsv file) {
        this.file = file;
    }

    /** The first limit of a kind on a unit that concerns a party; none if there is none. The strictest stands first. */
    @Nullable
    CsvRow count(String unit, String party) throws IOException {
        for (CsvRow row : file.find("COUNT", unit)) {
            if (Arrays.asList(row.get("parties").split(";")).contains(party)) {
                return row;
            }
        }
        return null;
    }

    /** The limits of a kind. */
    List<CsvRow> all(String kind) throws IOException {
        return new ArrayList<>(file.find(kind));
    }

    /** That of the window which ends or begins a line's hours; none where an agreement did. */
    @Nullable
    CsvRow window(String channel, String from, String to) throws IOException {
        for (CsvRow row : file.find("WINDOW")) {
            boolean isEdge = row.get("from").equals(from) || row.get("to").equals(to);
            if (isEdge && Arrays.asList(row.get("channels").split(";")).contains(channel)) {
                return row;
            }
        }
        return null;
    }

    /** A limit's own words for why not. */
    static MayNot by(CsvRow limit, String evidence, String until) throws IOException {
        return new MayNot(limit.get("rule"), limit.get("instrument"), limit.get("clause"), evidence, until);
    }
}
