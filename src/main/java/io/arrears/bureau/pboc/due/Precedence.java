package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.rule.HistoryRules;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Meaning.Act;
import io.arrears.furnish.Reported;
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
    private record Placed(Reported reported, boolean isUnsure, boolean isTonight, Turn turn) {}

    /** A record that another one waits for, and who moves it on. */
    record Needed(Reported reported, Turn turn) {}

    Precedence(List<Reported> reported) {
        reported.forEach(record -> {
            if (record.counts()) {
                all.add(new Placed(
                        record, !isReport(record) && record.state() == Reported.State.SENT, false, Turn.ANSWER));
            }
        });
    }

    private static boolean isReport(Reported record) {
        return record.meaning().act() == Act.REPORT;
    }

    /** A record goes out tonight. */
    Precedence goes(Reported record) {
        all.add(new Placed(record, !isReport(record), true, Turn.HAND_OVER));
        return this;
    }

    /** A record is due and stays behind. */
    Precedence stays(Reported record, Turn turn) {
        all.add(new Placed(record, true, false, turn));
        return this;
    }

    /** What the bureau will hold once all of it is loaded. */
    List<Reported> all() {
        return reported(all.stream());
    }

    private static List<Reported> reported(Stream<Placed> records) {
        return records.map(Placed::reported).toList();
    }

    /** The record that this one needs and that is not sure yet; none if it needs none. */
    Optional<Needed> needed(DueRecord record) {
        List<Placed> awaited =
                all.stream().filter(placed -> isAwaited(placed, record)).toList();
        if (awaited.isEmpty()) {
            return Optional.empty();
        }
        List<Reported> sure = reported(all.stream().filter(placed -> !isAwaited(placed, record)));
        boolean isRefused = !HistoryRules.check(record.record(), sure).isEmpty();
        Optional<Placed> alone = awaited.stream()
                .filter(placed -> isRefused
                        ? !HistoryRules.check(record.record(), without(placed)).isEmpty()
                        : undoes(placed, record))
                .findFirst();
        Optional<Placed> needed =
                alone.isPresent() || !isRefused ? alone : awaited.stream().findFirst();
        return needed.map(placed -> new Needed(placed.reported(), placed.turn()));
    }

    /** What stands before it in the same file comes before it. */
    private static boolean isAwaited(Placed placed, DueRecord record) {
        boolean standsBefore = placed.isTonight()
                && placed.reported().kind().equals(record.record().kind().code());
        return placed.isUnsure() && !standsBefore;
    }

    private List<Reported> without(Placed one) {
        List<Placed> others = new ArrayList<>(all);
        others.remove(one);
        return reported(others.stream());
    }

    /** Whether the bureau would hold something else if that came after this. */
    private boolean undoes(Placed awaited, DueRecord record) {
        if (isReport(awaited.reported())) {
            return false;
        }
        List<Reported> inOrder = new ArrayList<>(all());
        inOrder.add(record.likely());
        List<Reported> late = new ArrayList<>(without(awaited));
        late.add(record.likely());
        late.add(awaited.reported());
        return !parts(inOrder).equals(parts(late));
    }

    private static Set<SectionsOnFile.Part> parts(List<Reported> reported) {
        Set<SectionsOnFile.Part> parts =
                new HashSet<>(SectionsOnFile.of(reported).parts());
        parts.addAll(SectionsOnFile.ofContract(reported).parts());
        return parts;
    }
}
