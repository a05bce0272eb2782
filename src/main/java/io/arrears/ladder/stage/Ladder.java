package io.arrears.ladder.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lender's ladder: what becomes of an account that is overdue, day by day (L20-L25).
 *
 * @param stages from first to last
 * @param promiseDays so many days after the day promised a promise is broken
 * @param visitsAtOffice whether an interview is held at an office, so that it needs no consent to a visit
 * @param agencies who accounts may be handed to
 * @param locateTemplates what may be said to a contact
 * @param eraseContactsAfter so many days after an account was closed its contacts are erased (L11)
 */
public record Ladder(
        List<Stage> stages,
        int promiseDays,
        boolean visitsAtOffice,
        Set<String> agencies,
        Set<String> locateTemplates,
        int eraseContactsAfter) {

    public Ladder {
        stages = List.copyOf(stages);
        agencies = Set.copyOf(agencies);
        locateTemplates = Set.copyOf(locateTemplates);
    }

    /**
     * The stage of so many days past due, or of so many before a due date; none below the first.
     *
     * @param days negative before the due date
     */
    public Optional<Stage> at(int days, Stage.Traits traits, boolean isChargedOff) {
        Stage found = null;
        for (Stage stage : stages) {
            boolean isMeant = stage.chargedOff() ? isChargedOff : stage.isReminder() == days < 0;
            if (isMeant && days >= stage.from(traits)) {
                found = stage;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * The stage that days alone lead to next: of those behind one the first to begin, for such an account; none behind the last.
     *
     * <p>Of two that begin on one day the later one stands.
     */
    public Optional<Stage> after(Stage stage, Stage.Traits traits) {
        return stages.stream()
                .skip(index(stage) + 1L)
                .filter(next -> !next.chargedOff())
                .reduce((a, b) -> b.from(traits) <= a.from(traits) ? b : a);
    }

    public int index(Stage stage) {
        return stages.indexOf(stage);
    }

    /** The most days before a due date on which a stage begins; 0 without such a stage. */
    public int reminderDays() {
        return stages.stream()
                .mapToInt(stage -> Math.max(
                        -stage.from(),
                        stage.otherwise().stream()
                                .mapToInt(beginning -> -beginning.from())
                                .max()
                                .orElse(0)))
                .max()
                .orElse(0);
    }
}
