package io.arrears.report;

import io.arrears.audit.SignedFolders;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nights that led to one, oldest first, each read from its figures.csv alone. */
record History(List<Figures> nights) {

    static final String LENDER = "lender";
    static final String AS_OF = "as_of";
    static final String PREVIOUS = "previous";

    History {
        nights = List.copyOf(nights);
    }

    /** Follows the chain of previous nights back from a folder, at most so many; it ends where figures.csv is not as signed. */
    static History upTo(SignedFolders signed, @Nullable String folder, int most) throws IOException {
        List<Figures> nights = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = folder;
        while (next != null && nights.size() < most && seen.add(next)) {
            Figures night = Figures.of(signed.night(next));
            if (night == null) {
                break;
            }
            nights.add(night);
            next = night.text(Section.NIGHT, PREVIOUS);
        }
        Collections.reverse(nights);
        return new History(nights);
    }

    History with(Figures tonight) {
        List<Figures> all = new ArrayList<>(nights);
        all.add(tonight);
        return new History(all);
    }

    @Nullable
    Figures last() {
        return nights.isEmpty() ? null : nights.get(nights.size() - 1);
    }

    static LocalDate asOf(Figures night) {
        String day = night.text(Section.NIGHT, AS_OF);
        return LocalDate.parse(day == null ? "" : day);
    }
}
