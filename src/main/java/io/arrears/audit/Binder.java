package io.arrears.audit;

import io.arrears.audit.FolderTree.Kind;
import io.arrears.audit.Night.Lies;
import io.arrears.audit.Night.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks published folders and the chain through them from their bytes alone: every file, every event, every signature, and
 * that no night is missing between the first and the last, and none there that is not in the chain.
 */
public final class Binder {

    private final List<VerifyKey> trusted;
    private final Map<String, Anchor> anchors;

    /**
     * A check against what was kept on another host.
     *
     * @param trusted the keys that may sign; empty to take whichever signed
     * @param anchors by lender
     */
    public Binder(List<VerifyKey> trusted, Map<String, Anchor> anchors) {
        this.trusted = List.copyOf(trusted);
        this.anchors = Map.copyOf(anchors);
    }

    /** What was found of a folder, or at last of a lender's whole trail. */
    public record Result(String of, Findings findings) {}

    /** What was given of one lender. */
    private static final class Lender {
        private final Map<Path, Night> nights = new LinkedHashMap<>();
        private final Map<Path, Night> context = new LinkedHashMap<>();
        private final Set<Path> notices = new LinkedHashSet<>();
        private final Findings beside = new Findings();
        private boolean whole;
    }

    /**
     * Checks folders, each a published one or a lender's with all its nights in it.
     *
     * @return a result a folder, by lender in the order of their runs, and one a lender
     */
    public List<Result> check(List<Path> folders) {
        List<Result> results = new ArrayList<>();
        SortedMap<String, Lender> lenders = new TreeMap<>();
        for (Path folder : folders) {
            try {
                take(folder, lenders, results);
            } catch (IOException e) {
                results.add(spoilt(folder.toString(), PlainFile.why(e) + ": this is no published folder"));
            }
        }
        lenders.forEach((name, lender) -> {
            List<Night> context = lender.whole ? List.of() : List.copyOf(lender.context.values());
            List<Withdrawals.Notice> notices =
                    lender.notices.stream().map(Withdrawals.Notice::read).toList();
            results.addAll(new LenderBinder(
                            new LenderBinder.Given(
                                    name,
                                    List.copyOf(lender.nights.values()),
                                    context,
                                    notices,
                                    lender.whole,
                                    lender.beside),
                            trusted,
                            anchors.get(name))
                    .check());
        });
        return results;
    }

    private void take(Path folder, Map<String, Lender> lenders, List<Result> results) throws IOException {
        if (Pack.isOne(folder) && Files.isRegularFile(folder, LinkOption.NOFOLLOW_LINKS)) {
            results.add(Pack.check(folder, trusted, anchors));
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            boolean isThere = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
            results.add(spoilt(
                    folder.toString(), (isThere ? "is no folder" : "is missing") + ": this is no published folder"));
            return;
        }
        SortedMap<String, Kind> inside = FolderTree.top(folder);
        if (LenderFolder.isNight(folder, inside)) {
            one(Night.read(folder), lenders, results);
            return;
        }
        LenderFolder found = LenderFolder.of(folder, inside);
        List<Night> nights = found.nights().stream().map(Night::read).toList();
        boolean whole = nights.stream().anyMatch(night -> night.lies() != Lies.REPLAY)
                && !Night.name(Night.real(folder)).equals(Night.WITHDRAWN);
        if (nights.isEmpty()) {
            results.add(spoilt(folder.toString(), "holds no night"));
        } else if (whole) {
            Lender lender = lenders.computeIfAbsent(Night.name(Night.real(folder)), any -> new Lender());
            lender.whole = true;
            lender.beside.add(found.findings());
            lender.notices.addAll(found.notices());
            nights.forEach(night -> lender.nights.put(Night.real(night.folder()), night));
            found.replays().forEach(replay -> one(Night.read(replay), lenders, results));
        } else {
            nights.forEach(night -> one(night, lenders, results));
            if (!found.findings().differences().isEmpty()) {
                results.add(new Result(folder.toString(), found.findings()));
            }
        }
    }

    /** A folder that was given without all the others of its lender. */
    private void one(Night night, Map<String, Lender> lenders, List<Result> results) {
        Said said = night.said();
        if (said == null) {
            results.add(new Result(night.folder().toString(), FolderCheck.of(night.folder())));
            return;
        }
        if (night.lies() == Lies.REPLAY) {
            Findings findings = FolderCheck.of(night.folder());
            new Placement(said.lender()).check(night, said, findings);
            Placement.replay(night, said, List.copyOf(beside(night, said).values()), findings);
            results.add(new Result(night.folder().toString(), findings));
            return;
        }
        Lender lender = lenders.computeIfAbsent(said.lender(), any -> new Lender());
        lender.nights.putIfAbsent(Night.real(night.folder()), night);
        lender.context.putAll(beside(night, said));
        Path notice = night.folder().resolveSibling(night.name() + ".json");
        if (night.lies() == Lies.WITHDRAWN && Files.exists(notice, LinkOption.NOFOLLOW_LINKS)) {
            lender.notices.add(notice);
        }
    }

    /** The nights that one can have followed, where they still lie beside it. */
    private static Map<Path, Night> beside(Night night, Said said) {
        Map<Path, Night> beside = new LinkedHashMap<>();
        try {
            Path home = night.lenderFolder();
            SortedMap<String, Kind> inside = FolderTree.top(home);
            Manifest.Previous previous = said.previous();
            if (previous != null && inside.get(previous.folder()) == Kind.FOLDER) {
                beside.put(home.resolve(previous.folder()), Night.read(home.resolve(previous.folder())));
            }
            if (inside.get(Night.WITHDRAWN) == Kind.FOLDER) {
                for (Path folder : LenderFolder.of(
                                home.resolve(Night.WITHDRAWN), FolderTree.top(home.resolve(Night.WITHDRAWN)))
                        .nights()) {
                    beside.put(folder, Night.read(folder));
                }
            }
        } catch (IOException e) {
            return beside; // nothing beside it can be read, so the link to it stays unproven
        }
        beside.values().removeIf(other -> !other.hasPlace());
        return beside;
    }

    private static Result spoilt(String of, String why) {
        Findings findings = new Findings();
        findings.differs(why);
        return new Result(of, findings);
    }
}
