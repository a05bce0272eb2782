package io.arrears.store;

import io.arrears.furnish.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far every submission of one lender to one bureau had got at an instant; a few rows a run, so they are held in memory. */
public final class SubmissionStates {

    /** Records of a run and kind from one place to another, and how far their file got. */
    record Span(DossierScan.Place from, DossierScan.Place to, Told.State state) {

        boolean holds(DossierScan.Place place) {
            return compare(from, place) <= 0 && compare(place, to) <= 0;
        }

        private static int compare(DossierScan.Place a, DossierScan.Place b) {
            int part = Integer.compare(a.part(), b.part());
            return part == 0 ? Long.compare(a.ordinal(), b.ordinal()) : part;
        }
    }

    private record Files(long run, String kind) {}

    private final Map<Files, List<Span>> spans = new HashMap<>();

    SubmissionStates(List<Span> all) {
        for (Span span : all) {
            spans.computeIfAbsent(files(span.from()), files -> new ArrayList<>())
                    .add(span);
        }
    }

    boolean exists(DossierScan.Place place) {
        return place.run() == 0 || span(place).isPresent();
    }

    /** The state of the file a record stands in; what a bureau held before we began it accepted. */
    Told.State of(DossierScan.Place place) {
        return place.run() == 0
                ? Told.State.ACCEPTED
                : span(place).map(Span::state).orElse(Told.State.PREPARED);
    }

    private Optional<Span> span(DossierScan.Place place) {
        return spans.getOrDefault(files(place), List.of()).stream()
                .filter(span -> span.holds(place))
                .findFirst();
    }

    private static Files files(DossierScan.Place place) {
        return new Files(place.run(), place.kind());
    }
}
