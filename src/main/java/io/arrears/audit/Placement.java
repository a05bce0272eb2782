package io.arrears.audit;

import io.arrears.audit.Night.Lies;
import io.arrears.audit.Night.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether folders lie where they say that they belong, each under its own name and each run once. */
final class Placement {

    private final String lender;
    private final Map<Long, String> byRun = new HashMap<>();

    /** @param lender whose folder they lie in */
    Placement(String lender) {
        this.lender = lender;
    }

    void check(Night night, Said said, Findings findings) {
        int wrong = findings.differences().size();
        if (said.format() != Manifest.FORMAT) {
            findings.differs(Manifest.FILE + ": is of format " + said.format() + ", which this program does not know");
        }
        String in = Night.name(night.lenderFolder());
        if (!said.lender().equals(lender) || !said.lender().equals(in)) {
            findings.differs("folder: lies in " + in + ", but says that it is of " + said.lender());
        }
        String name = Night.nameOf(said, night.lies());
        if (!night.name().equals(name)) {
            findings.differs("folder: is called " + night.name() + ", but says that it is " + name
                    + ": it was renamed, or is a copy");
        }
        if (said.run() < 1 != (night.lies() == Lies.REPLAY)) {
            findings.differs(
                    said.run() < 1
                            ? "folder: says that it is a replay, which counts only in " + said.lender() + "/"
                                    + Night.REPLAYS
                            : "folder: says that it is the night of run " + said.run()
                                    + ", but lies among the replays");
        }
        String other = byRun.putIfAbsent(said.run(), night.folder().toString());
        if (other != null) {
            findings.differs("folder: says that it is run " + said.run() + ", as " + other + " does: one is a copy");
        }
        if (findings.differences().size() == wrong) {
            findings.right("folder: " + name + " of " + said.lender() + ", run " + Math.abs(said.run()));
        }
    }

    /** What a replay says beyond its files: nothing that anybody signed. */
    static void replay(Night night, Said said, List<Night> published, Findings findings) {
        findings.unproven("a replay: signed by nobody, so that it proves nothing by itself");
        if (night.checkpoint() != null) {
            findings.differs(Checkpoint.FILE + ": nobody signs a replay");
        }
        Manifest.Previous previous = said.previous();
        if (previous != null) {
            List<Night> named = published.stream()
                    .filter(before ->
                            before.said() != null && before.said().folderName().equals(previous.folder()))
                    .toList();
            if (named.isEmpty()) {
                findings.unproven("previous: " + previous.folder() + " is not here, so the link to it is unproven");
            } else if (named.stream().anyMatch(before -> before.manifestSha256().equals(previous.manifestSha256()))) {
                findings.right("previous: " + previous.folder() + ", its manifest is the one this run followed");
            } else {
                findings.differs("previous: the manifest of " + previous.folder()
                        + " is not the one this run followed; one of the two folders was replaced");
            }
        }
    }
}
