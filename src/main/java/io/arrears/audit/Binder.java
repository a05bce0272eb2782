package io.arrears.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks published folders and the chain through them from their bytes alone: every file, every event, every signature, and
 * that no night is missing between the first and the last.
 */
public final class Binder {

    private static final String NIGHT = "[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[0-9]+)?";

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

    /**
     * Checks folders, each a published one or a lender's with all its nights in it.
     *
     * @return a result a folder, by lender in the order of their runs, and one a lender
     */
    public List<Result> check(List<Path> folders) {
        List<Result> results = new ArrayList<>();
        Map<String, List<Night>> lenders = new TreeMap<>();
        Set<String> whole = new HashSet<>();
        for (Path given : folders) {
            List<Path> nights = nights(given);
            for (Path folder : nights.isEmpty() ? List.of(given) : nights) {
                Night night = Night.read(folder);
                Manifest manifest = night.manifest();
                if (manifest == null) {
                    results.add(new Result(folder.toString(), FolderCheck.of(folder)));
                } else {
                    lenders.computeIfAbsent(manifest.lender(), any -> new ArrayList<>())
                            .add(night);
                    if (!nights.isEmpty()) {
                        whole.add(manifest.lender());
                    }
                }
            }
        }
        lenders.forEach((lender, nights) -> {
            nights.sort(Comparator.comparingLong(
                    night -> night.manifest() == null ? 0 : night.manifest().run()));
            results.addAll(
                    new LenderBinder(lender, nights, whole.contains(lender), trusted, anchors.get(lender)).check());
        });
        return results;
    }

    /** The nights of a lender's folder in their order; none if it is none. */
    private static List<Path> nights(Path folder) {
        if (Files.exists(folder.resolve(Manifest.FILE)) || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(night -> String.valueOf(night.getFileName()).matches(NIGHT))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The nights by their names. */
    static Map<String, Night> byName(List<Night> nights) {
        Map<String, Night> names = new LinkedHashMap<>();
        nights.stream().filter(night -> !night.isReplay()).forEach(night -> names.put(night.name(), night));
        return names;
    }
}
