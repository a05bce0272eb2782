package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nights changed by chance, one to three changes at a time: what lies there is byte for byte what was published, or it differs;
 * nothing hangs and nothing else is thrown. Without an anchor the last nights may be missing as a whole, which is said.
 */
class MutatedNightsTest extends SignedNights {

    private static final List<List<String>> RUNS = List.of(
            List.of("2026-11-17"),
            List.of("2026-11-18"),
            List.of("2026-11-19"),
            List.of("withdrawn/2026-11-20-run4", "withdrawn/2026-11-20-run4.json"),
            List.of("2026-11-20"));

    @Test
    void two_hundred_mutations_are_found() throws IOException {
        mutate(200);
    }

    @Test
    @Tag("soak")
    void five_thousand_mutations_are_found() throws IOException {
        mutate(5_000);
    }

    private void mutate(int times) throws IOException {
        withdrawTheLastAndRunAgain();
        Map<String, String> published = MutatedNights.snapshot(lender);
        Anchor anchor = anchor(
                night(20),
                Checkpoint.parse(Files.readAllBytes(night(20).resolve(Checkpoint.FILE)))
                        .head());
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("mutated nights: -Dseed=" + seed);
        for (int i = 0; i < times; i++) {
            Random random = new Random(seed + i);
            Path here = Files.createDirectories(out.resolve("m" + i)).resolve("north");
            MutatedNights.tree(lender, here);
            MutatedNights mutated = new MutatedNights(here, random);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutated.mutate();
            }
            boolean isAnchored = random.nextBoolean();
            Binder binder = new Binder(
                    random.nextBoolean() ? List.of(KEY.verifyKey()) : List.of(),
                    isAnchored ? Map.of("north", anchor) : Map.of());
            List<String> differences = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> differences(binder.check(List.of(here))), () -> "" + mutated.done());
            assertThat(differences.isEmpty())
                    .as("seed %d, %s, %s", seed + i, mutated.done(), differences)
                    .isEqualTo(isPublished(published, MutatedNights.snapshot(here), isAnchored));
            delete(here.getParent());
        }
    }

    /** Whether all that lies there was published, and of what was published nothing lacks but, unseen, the newest runs. */
    private static boolean isPublished(Map<String, String> published, Map<String, String> now, boolean isAnchored) {
        boolean isExtra = now.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().equals("withdrawn")
                        && !entry.getKey().equals("x")
                        && !entry.getKey().equals("replay")
                        && !entry.getValue().equals(published.get(entry.getKey())));
        if (isExtra || isOdd(now)) {
            return false;
        }
        int runs = 0;
        while (runs < RUNS.size() && isThere(RUNS.get(runs).get(0), published, now)) {
            runs++;
        }
        boolean isCut = RUNS.subList(runs, RUNS.size()).stream()
                .flatMap(List::stream)
                .allMatch(name ->
                        now.keySet().stream().noneMatch(there -> there.equals(name) || there.startsWith(name + "/")));
        boolean isNoticed = runs != 4 || now.containsKey(RUNS.get(3).get(1));
        return runs > 0 && isCut && isNoticed && (runs == RUNS.size() || !isAnchored);
    }

    /** A plain file x is nobody's, an empty folder replay is no replay; either as anything else is odd. */
    private static boolean isOdd(Map<String, String> now) {
        String x = now.getOrDefault("x", "");
        return x.equals("folder")
                || x.equals("something else")
                || !now.getOrDefault("replay", "folder").equals("folder")
                || !now.getOrDefault("withdrawn", "folder").equals("folder");
    }

    private static boolean isThere(String name, Map<String, String> published, Map<String, String> now) {
        return published.keySet().stream()
                .filter(file -> file.equals(name) || file.startsWith(name + "/"))
                .allMatch(file -> published.get(file).equals(now.get(file)));
    }

    private void withdrawTheLastAndRunAgain() throws IOException {
        Checkpoint last = Checkpoint.parse(Files.readAllBytes(night(20).resolve(Checkpoint.FILE)));
        AuditEvent event = AuditEvent.after(
                12,
                last.head().hash(),
                Event.of(Event.What.RUN_WITHDRAWN, Instant.EPOCH).run(4));
        Path withdrawn = Files.createDirectories(lender.resolve("withdrawn")).resolve("2026-11-20-run4");
        Files.move(night(20), withdrawn);
        Files.write(
                withdrawn.resolveSibling("2026-11-20-run4.json"),
                Withdrawal.sign(KEY, last, event).bytes());
        sign(KEY, 20, 5, List.of(event), night(19), last);
    }
}
