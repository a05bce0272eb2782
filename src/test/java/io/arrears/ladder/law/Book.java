package io.arrears.ladder.law;

import io.arrears.setting.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The laws that are shipped, and attempts written as a table writes them; account A1 of person P1, whose number is H1. */
final class Book {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final Map<String, Law> LAWS = Map.of("cn", shipped("cn", null), "us", shipped("us", null));

    private Book() {}

    static Law law(String name) {
        return LAWS.get(name);
    }

    static Law shipped(String name, @Nullable Licence licence) {
        Path file = Path.of("jobs/law", name + ".yaml");
        try {
            return LawFile.read(name, Setting.parse(file.toString(), Files.readString(file)), licence, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped law, as a lender's block of these lines makes it. */
    static Law tightened(String name, String lines) {
        Path file = Path.of("jobs/law", name + ".yaml");
        try {
            return LawFile.read(
                    name,
                    Setting.parse(file.toString(), Files.readString(file)),
                    null,
                    Setting.parse("north.yaml", lines).block());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ZoneId zone(String law) {
        return law.equals("cn") ? SHANGHAI : NEW_YORK;
    }

    static Asked asked(String law, PartyType party, Channel channel, int day) {
        boolean isContact = party == PartyType.CONTACT;
        return new Asked(
                "A1",
                party,
                isContact ? "C1" : "B1",
                isContact ? "PC1" : "P1",
                isContact ? "HC1" : "H1",
                channel,
                november(day),
                zone(law));
    }

    static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    /**
     * Attempts, with a semicolon between two.
     *
     * <p>Example: {@code 6x20T09:00 UNANSWERED; 20T10:00 in CONVERSATION} are six calls, a minute between two, that nobody answered on
     * 20 November from nine o'clock on, and one from him; {@code a:}, {@code p:}, {@code h:} and {@code c:} name another account, person,
     * number or channel.
     */
    static List<Contacted> attempts(ZoneId zone, @Nullable String text) {
        List<Contacted> log = new ArrayList<>();
        for (String attempt : text == null ? new String[0] : text.split(";")) {
            String[] words = attempt.strip().split(" +");
            String[] times = words[0].contains("x") ? words[0].split("x") : new String[] {"1", words[0]};
            for (int i = 0; i < Integer.parseInt(times[0]); i++) {
                LocalDateTime at = LocalDateTime.parse("2026-11-" + times[1]).plusMinutes(i);
                log.add(contacted("T" + (log.size() + 1), at, zone, List.of(words)));
            }
        }
        log.sort(Contacted.ORDER);
        return log;
    }

    private static Contacted contacted(String id, LocalDateTime at, ZoneId zone, List<String> words) {
        String channel = named(words, "c:", "CALL");
        String outcome = words.stream()
                .skip(1)
                .filter(word -> !word.contains(":") && !word.equals("in"))
                .collect(Collectors.joining(" "));
        return new Contacted(
                id,
                named(words, "a:", "A1"),
                named(words, "p:", "P1"),
                named(words, "h:", "H1"),
                Channel.of(channel).orElse(null),
                at.atZone(zone).toInstant(),
                Outcome.of(outcome),
                words.contains("in"));
    }

    private static String named(List<String> words, String prefix, String otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .findFirst()
                .map(word -> word.substring(prefix.length()))
                .orElse(otherwise);
    }
}
