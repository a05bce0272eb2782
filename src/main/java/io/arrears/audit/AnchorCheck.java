package io.arrears.audit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what was walked with what was kept of it on another host. */
final class AnchorCheck {

    private AnchorCheck() {}

    /**
     * Says what the anchor proves, or what it shows to be missing.
     *
     * @param linked the nights walked, in the order of their runs; one that was withdrawn since is found by what it signs
     * @param hash of the anchor's event where it was walked
     */
    static void of(Anchor anchor, List<Night> linked, @Nullable String hash, boolean whole, Findings trail) {
        int wrong = trail.differences().size();
        String folder = anchor.folder();
        if (folder != null
                && linked.stream().noneMatch(night -> night.checkpointSha256().equals(anchor.checkpointSha256()))) {
            boolean isHere = linked.stream()
                    .anyMatch(night ->
                            Objects.requireNonNull(night.said()).folderName().equals(folder));
            trail.differs(
                    isHere
                            ? "history: " + folder + " is not the folder that the anchor knows: it was re-written"
                            : "tail: the anchor knows " + folder + ", which is not here: it was cut off, or not given");
        }
        long number = anchor.head().number();
        if (hash != null && !hash.equals(anchor.head().hash())) {
            trail.differs("history: " + anchor.head() + " is not the one that the anchor knows: it was re-written");
        } else if (hash == null && end(linked) < number) {
            trail.unproven(
                    "tail: events up to " + number
                            + " are known to the anchor and come with the next night; 'arrears audit verify --anchor' has them");
        } else if (hash == null && number > 0 && !whole) {
            trail.unproven("tail: event " + number + ", which the anchor knows, is of a night that was not given");
        }
        if (trail.differences().size() == wrong) {
            String known = linked.stream()
                    .filter(night -> night.checkpointSha256().equals(anchor.checkpointSha256()))
                    .map(Night::name)
                    .findFirst()
                    .orElse("no night yet");
            trail.right("anchor: complete up to event " + number + ", " + known
                    + "; what came after it the anchor cannot know");
        }
    }

    private static long end(List<Night> linked) {
        return Objects.requireNonNull(linked.get(linked.size() - 1).checkpoint())
                .head()
                .number();
    }
}
