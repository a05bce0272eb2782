package io.arrears.bureau.pboc;

import io.arrears.furnish.Told;
import io.arrears.furnish.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records of an account in the order in which the bureau gets them, and which of them a further one needs: one that the bureau
 * has not loaded yet, and without which its history rules would refuse the further one, or whose coming later would undo it (S9).
 *
 * <p>What restates or takes back is sure only once it is loaded, since its file and the reports' are answered apart. A report is once
 * it is sent, and anything is for what stands behind it in tonight's file.
 *
 * <p>Example: a closing needs the deletion of the months after it, and waits until that is loaded.
 */
final class Precedence {

    private final List<Placed> all = new ArrayList<>();

    /**
     * A record in its place.
     *
     * @param isUnsure whether the bureau may yet be without it
     * @param turn who gets it to the bureau, or answers it
     */
    private record Placed(Told told, boolean isUnsure, boolean isTonight, Turn turn) {}

    /** A record that another one waits for, and who moves it on. */
    record Needed(Told told, Turn turn) {}

    Precedence(List<Told> told) {
        told.forEach(record -> {
            if (record.counts()) {
                all.add(new Placed(record, !isReport(record) && record.state() == Told.State.SENT, false, Turn.ANSWER));
            }
        });
    }

    private static boolean isReport(Told record) {
        return record.kind().equals(RecordKind.ACCOUNT.code()) || record.kind().equals(RecordKind.PERSON_INFO.code());
    }

    /** A record goes out tonight. */
    void goes(Told record) {
        all.add(new Placed(record, !isReport(record), true, Turn.HAND_OVER));
    }

    /** A record is due and stays behind. */
    void stays(Told record, Turn turn) {
        all.add(new Placed(record, true, false, turn));
    }

    /** What the bureau will hold once all of it is loaded. */
    List<Told> all() {
        return told(all.stream());
    }

    private static List<Told> told(Stream<Placed> records) {
        return records.map(Placed::told).toList();
    }

    /** The record that this one needs and that is not sure yet; none if it needs none. */
    Optional<Needed> needed(Planned record) {
        List<Placed> awaited =
                all.stream().filter(placed -> isAwaited(placed, record)).toList();
        if (awaited.isEmpty()) {
            return Optional.empty();
        }
        List<Told> sure = told(all.stream().filter(placed -> !isAwaited(placed, record)));
        boolean isRefused = !HistoryRules.check(record.record(), sure).isEmpty();
        Optional<Placed> alone = awaited.stream()
                .filter(placed -> isRefused
                        ? !HistoryRules.check(record.record(), without(placed)).isEmpty()
                        : undoes(placed, record))
                .findFirst();
        Optional<Placed> needed =
                alone.isPresent() || !isRefused ? alone : awaited.stream().findFirst();
        return needed.map(placed -> new Needed(placed.told(), placed.turn()));
    }

    /** What stands before it in the same file comes before it. */
    private static boolean isAwaited(Placed placed, Planned record) {
        boolean standsBefore = placed.isTonight()
                && placed.told().kind().equals(record.record().kind().code());
        return placed.isUnsure() && !standsBefore;
    }

    private List<Told> without(Placed one) {
        List<Placed> others = new ArrayList<>(all);
        others.remove(one);
        return told(others.stream());
    }

    /** Whether the bureau would hold something else if that came after this. */
    private boolean undoes(Placed awaited, Planned record) {
        if (isReport(awaited.told())) {
            return false;
        }
        List<Told> inOrder = new ArrayList<>(all());
        inOrder.add(record.likely());
        List<Told> late = new ArrayList<>(without(awaited));
        late.add(record.likely());
        late.add(awaited.told());
        return !parts(inOrder).equals(parts(late));
    }

    private static Set<Held.Part> parts(List<Told> told) {
        return new HashSet<>(Held.of(told).parts());
    }
}
