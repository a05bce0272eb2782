package io.arrears.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes ratios of what {@code bench/run} measured: lines {@code round name seconds}, several of a name are averaged. */
final class Report {

    /** One thing set against another in the same round. */
    private record Ratio(String title, String measured, String against, String target) {}

    private static final List<Ratio> RATIOS = List.of(
            new Ratio("second night, assess + list / bare read + write", "second:assess+list", "bare-read", "<= 1.5"),
            new Ratio("first night, assess + list / bare read + write", "first:assess+list", "bare-read", "<= 3"),
            new Ratio("touched night, scope + assess / full", "third:scope+assess", "second:scope+assess", "<= 0.05"),
            new Ratio("month's end, furnish / bare standings + write", "furnish:furnish", "bare-standings", "<= 2"),
            new Ratio(
                    "month's end, furnish / bare read of the ledger + list",
                    "furnish:furnish",
                    "furnish:bare-read",
                    "-"),
            new Ratio("ladder's night, worklist / assess", "ladder:worklist", "ladder:assess", "<= 0.5"),
            new Ratio("lines of credit, assess / loans of as many rows", "lines:assess", "loans:assess", "<= 1.3"),
            new Ratio("import, loading pass / bare inserts", "load", "bare-insert", "<= 2"),
            new Ratio("import, both passes / bare inserts", "import", "bare-insert", "<= 3"));

    private Report() {}

    static void print(Path figures) throws IOException {
        Map<String, Map<String, List<Double>>> rounds = new LinkedHashMap<>();
        for (String line : Files.readAllLines(figures)) {
            String[] words = line.split(" ");
            rounds.computeIfAbsent(words[1], name -> new LinkedHashMap<>())
                    .computeIfAbsent(words[0], round -> new ArrayList<>())
                    .add(Double.parseDouble(words[2]));
        }
        rounds.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "%-22s median %9.2f   %s%n",
                name,
                median(values.values().stream().map(Report::mean).toList()),
                values.values()));
        for (Ratio ratio : RATIOS) {
            Map<String, List<Double>> measured = rounds.getOrDefault(ratio.measured(), Map.of());
            List<Double> ratios = measured.keySet().stream()
                    .map(round -> mean(measured.get(round))
                            / mean(rounds.get(ratio.against()).get(round)))
                    .toList();
            if (!ratios.isEmpty()) {
                System.out.printf(
                        Locale.ROOT, "%-50s %5.2f  (target %s)%n", ratio.title(), median(ratios), ratio.target());
            }
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
