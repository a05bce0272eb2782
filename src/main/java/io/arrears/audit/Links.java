package io.arrears.audit;

import io.arrears.audit.Checkpoint.Head;
import io.arrears.audit.Night.Lies;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chain through a lender's nights: checkpoints follow each other in the order of the runs, withdrawn ones included, and the
 * manifest of a night that stands follows that of the last that stood.
 */
final class Links {

    private final List<Night> context;
    private final boolean whole;
    private final List<Night> linked = new ArrayList<>();

    /**
     * A chain to be walked in the order of the runs.
     *
     * @param context nights that lie beside those given, and are only looked at for what they sign
     * @param whole all of the lender's nights were given, so that the first of them must be the lender's first
     */
    Links(List<Night> context, boolean whole) {
        this.context = context;
        this.whole = whole;
    }

    /** The night whose checkpoint this one's follows, where both are known. */
    @Nullable
    Night link(Night night, Checkpoint checkpoint, Findings findings) {
        Manifest.Previous previous = Objects.requireNonNull(night.said()).previous();
        if (previous != null) {
            manifests(night, previous, findings);
        } else if (linked.stream().anyMatch(Links::stands) && stands(night)) {
            findings.differs("previous: there is none, though nights were published before");
        } else {
            findings.right("previous: none, "
                    + (linked.isEmpty() ? "this is the lender's first run" : "all before it were withdrawn"));
        }
        Night before = checkpoint.previousSha256() == null
                ? null
                : find(other -> other.checkpointSha256().equals(checkpoint.previousSha256()))
                        .orElse(null);
        checkpoints(night, checkpoint, before, findings);
        linked.add(night);
        return before;
    }

    private void manifests(Night night, Manifest.Previous previous, Findings findings) {
        String folder = previous.folder();
        Predicate<Night> named =
                other -> Objects.requireNonNull(other.said()).folderName().equals(folder);
        Optional<Night> before = find(named.and(other -> other.manifestSha256().equals(previous.manifestSha256())));
        if (before.isEmpty()) {
            if (find(named).isPresent()) {
                findings.differs("previous: the manifest of " + folder
                        + " is not the one this run followed; one of the two folders was replaced");
            }
            return;
        }
        Optional<Night> last = linked.stream().filter(Links::stands).reduce((one, other) -> other);
        if (stands(night) && last.isPresent() && run(last.get()) > run(before.get())) {
            findings.differs("previous: this night follows " + folder + ", though "
                    + last.get().name() + " was published between them");
        } else {
            findings.right("previous: " + folder + ", its manifest is the one this run followed");
        }
    }

    private void checkpoints(Night night, Checkpoint checkpoint, @Nullable Night before, Findings findings) {
        Night last = linked.isEmpty() ? null : linked.get(linked.size() - 1);
        if (checkpoint.previousSha256() == null) {
            if (last != null) {
                findings.differs(Checkpoint.FILE + ": follows none, though " + last.name() + " was signed before");
            } else {
                since(checkpoint, Head.NONE, "the lender's first run", findings);
            }
        } else if (before == null) {
            missing(night, last != null || whole, findings);
        } else if (last != null && run(before) < run(last)) {
            findings.differs(Checkpoint.FILE + ": follows " + before.name() + ", though " + last.name()
                    + " was signed between them");
        } else {
            since(checkpoint, Objects.requireNonNull(before.checkpoint()).head(), before.name(), findings);
        }
    }

    private void missing(Night night, boolean isCertain, Findings findings) {
        Manifest.Previous previous = Objects.requireNonNull(night.said()).previous();
        String folder = previous == null ? "a withdrawn night" : previous.folder();
        if (!isCertain) {
            findings.unproven("previous: " + folder + " is not here, so the link to it is unproven");
        } else if (find(other -> other.manifestSha256().equals(previous == null ? "" : previous.manifestSha256()))
                .isPresent()) {
            findings.differs(Checkpoint.FILE + ": does not follow the checkpoint of " + folder
                    + "; a withdrawn night between them is missing, or one of the two folders was replaced");
        } else if (find(other ->
                        Objects.requireNonNull(other.said()).folderName().equals(folder))
                .isPresent()) {
            findings.differs(Checkpoint.FILE + ": does not follow the checkpoint of " + folder
                    + "; one of the two folders was replaced");
        } else {
            findings.differs("previous: " + folder + " is missing, which " + night.name() + " followed");
        }
    }

    private static void since(Checkpoint checkpoint, Head head, String before, Findings findings) {
        if (!checkpoint.since().equals(head)) {
            findings.differs(Checkpoint.FILE + ": goes on behind " + checkpoint.since() + ", but " + before
                    + " ends at " + head);
        }
    }

    private Optional<Night> find(Predicate<Night> wanted) {
        return Stream.concat(linked.stream(), context.stream()).filter(wanted).findFirst();
    }

    List<Night> linked() {
        return linked;
    }

    private static boolean stands(Night night) {
        return night.lies() == Lies.STANDING;
    }

    private static long run(Night night) {
        return Objects.requireNonNull(night.said()).run();
    }
}
