package io.arrears.bureau.pboc;

import io.arrears.furnish.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private final List<Told> all = new ArrayList<>();
    private final Map<Told, Boolean> unsure = new IdentityHashMap<>();
    private final Map<Told, Boolean> tonight = new IdentityHashMap<>();

    Precedence(List<Told> told) {
        told.forEach(record -> {
            if (record.counts()) {
                add(record, !isReport(record) && record.state() == Told.State.SENT);
            }
        });
    }

    private static boolean isReport(Told record) {
        return record.kind().equals(RecordKind.ACCOUNT.code()) || record.kind().equals(RecordKind.PERSON_INFO.code());
    }

    private void add(Told record, boolean isUnsure) {
        all.add(record);
        if (isUnsure) {
            unsure.put(record, true);
        }
    }

    /** A record goes out tonight. */
    void goes(Told record) {
        add(record, !isReport(record));
        tonight.put(record, true);
    }

    /** A record is due and stays behind. */
    void stays(Told record) {
        add(record, true);
    }

    /** What the bureau will hold once all of it is loaded. */
    List<Told> all() {
        return all;
    }

    /** The record that this one needs and that is not sure yet; none if it needs none. */
    Optional<Told> needed(Planned record) {
        List<Told> awaited =
                all.stream().filter(told -> isAwaited(told, record)).toList();
        if (awaited.isEmpty()) {
            return Optional.empty();
        }
        List<Told> sure = all.stream().filter(told -> !isAwaited(told, record)).toList();
        boolean isRefused = !HistoryRules.check(record.record(), sure).isEmpty();
        Optional<Told> alone = awaited.stream()
                .filter(told -> isRefused
                        ? !HistoryRules.check(record.record(), without(told)).isEmpty()
                        : undoes(told, record))
                .findFirst();
        return alone.isPresent() || !isRefused ? alone : awaited.stream().findFirst();
    }

    /** What stands before it in the same file comes before it. */
    private boolean isAwaited(Told told, Planned record) {
        boolean standsBefore = tonight.containsKey(told)
                && told.kind().equals(record.record().kind().code());
        return unsure.containsKey(told) && !standsBefore;
    }

    private List<Told> without(Told one) {
        return all.stream().filter(told -> told != one).toList();
    }

    /** Whether the bureau would hold something else if that came after this. */
    private boolean undoes(Told awaited, Planned record) {
        if (isReport(awaited)) {
            return false;
        }
        List<Told> inOrder = new ArrayList<>(all);
        inOrder.add(record.likely());
        List<Told> late = new ArrayList<>(without(awaited));
        late.add(record.likely());
        late.add(awaited);
        return !parts(inOrder).equals(parts(late));
    }

    private static Set<Held.Part> parts(List<Told> told) {
        return new HashSet<>(Held.of(told).parts());
    }
}
