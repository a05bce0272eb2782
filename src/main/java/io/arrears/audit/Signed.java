package io.arrears.audit;

import io.arrears.audit.Night.Said;
import org.jspecify.annotations.Nullable;

/** Whether what lies in a folder is what its checkpoint signs. */
final class Signed {

    private Signed() {}

    /**
     * Checks the signature of a folder.
     *
     * @param name what it has to be signed as
     * @param objection why its key may not have signed it; none if it may
     */
    static void check(
            Night night, String name, Said said, Checkpoint checkpoint, @Nullable String objection, Findings findings) {
        int wrong = findings.differences().size();
        String key = checkpoint.key().id();
        if (checkpoint.format() != Checkpoint.FORMAT) {
            findings.differs(
                    Checkpoint.FILE + ": is of format " + checkpoint.format() + ", which this program does not know");
        }
        if (!checkpoint.holds()) {
            findings.differs(Checkpoint.FILE + ": was changed after key " + key + " signed it");
        }
        if (!checkpoint.manifestSha256().equals(night.manifestSha256())) {
            findings.differs(Manifest.FILE + ": is not the one that was signed");
        }
        if (!checkpoint.lender().equals(said.lender())
                || checkpoint.run() != said.run()
                || !checkpoint.folder().equals(name)) {
            findings.differs(Checkpoint.FILE + ": is that of " + checkpoint.folder() + ", run " + checkpoint.run()
                    + " of " + checkpoint.lender());
        }
        if (objection != null) {
            findings.differs(Checkpoint.FILE + ": " + objection);
        }
        if (findings.differences().size() == wrong) {
            findings.right(Checkpoint.FILE + ": signed by key " + key);
        }
    }
}
