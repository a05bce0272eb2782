package io.arrears.bureau.pboc.tradeline;

import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau holds of one account, one credit agreement or one person after all that it was told, in the order in which it was told:
 * corrections have replaced their sections, deletions taken them away, void events undone their counterparts.
 */
public final class SectionsOnFile {

    /** A section as it stands now; the base is one too. */
    public record Part(String letter, LocalDate reportedOn, Map<String, String> facts) {

        public String fact(String tag) {
            return facts.getOrDefault(tag, "");
        }

        @Nullable
        public YearMonth month() {
            return Values.month(facts.get("Month"));
        }

        /** Whether it was on file before we began, so that it is known by its codes alone and cannot be restated. */
        public boolean isBaseline() {
            return facts.containsKey(Facts.BASELINE);
        }

        /** Whether it says that a credit agreement has expired or is void. */
        public boolean isEndedContract() {
            return fact("ConStatus").equals(ENDED_CONTRACT);
        }

        public boolean isClosed() {
            return Meanings.isClosed(facts);
        }
    }

    /** A special event that is in force. */
    public record Event(String type, String month, LocalDate reportedOn) {}

    /** The ConStatus of a credit agreement that has expired or is void. */
    public static final String ENDED_CONTRACT = "2";

    private static final String BASE = SectionKind.BASE.letter();

    private final List<Part> parts = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Reported> person = new ArrayList<>();
    private final Set<String> renamed = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private String code = "";

    private SectionsOnFile() {}

    /** What is held of an account or a person; of all that was told only what counts. */
    public static SectionsOnFile of(List<Reported> reported) {
        return of(reported, false);
    }

    /** The same of the account's credit agreement. */
    public static SectionsOnFile ofContract(List<Reported> reported) {
        return of(reported, true);
    }

    private static SectionsOnFile of(List<Reported> reported, boolean contract) {
        SectionsOnFile held = new SectionsOnFile();
        reported.stream()
                .filter(record -> record.counts() && RecordKind.isOfContract(record.kind()) == contract)
                .forEach(held::take);
        return held;
    }

    private void take(Reported reported) {
        for (String tag : List.of("AcctCode", "ContractCode", "OdBnesCode", "NwBnesCode")) {
            String named = reported.fact(tag);
            if (named != null) {
                codes.add(named);
                code = named;
            }
        }
        switch (reported.kind()) {
            case "110" -> person.add(reported);
            case "114" -> person.clear();
            case "210", "220" ->
                fact(reported, Facts.SECTIONS)
                        .chars()
                        .forEach(c ->
                                parts.add(new Part(Character.toString(c), reported.reportedOn(), reported.facts())));
            case "211", "221" -> renamed.add(fact(reported, "OdBnesCode"));
            case "212", "222" -> correct(reported);
            case "213", "223" -> delete(reported);
            case "214", "224" -> {
                parts.clear();
                events.clear();
            }
            case "215" -> happen(reported);
            default -> {}
        }
    }

    private static String fact(Reported reported, String tag) {
        return reported.facts().getOrDefault(tag, "");
    }

    private void correct(Reported reported) {
        String letter = fact(reported, "MdfcSgmtCode");
        Part corrected = new Part(letter, reported.reportedOn(), reported.facts());
        Optional<Part> ofMonth = newestOf(corrected.fact("Month"));
        parts.removeIf(part -> part.letter().equals(letter)
                && switch (letter) {
                    case "H" -> ofMonth.filter(part::equals).isPresent();
                    case "I" -> part.fact("SpecEfctDate").equals(corrected.fact("SpecEfctDate"));
                    default -> part.reportedOn().equals(corrected.reportedOn());
                });
        parts.add(corrected);
    }

    /** A base without any section of its day tells nothing, and is gone with the last of them. */
    private void delete(Reported reported) {
        LocalDate from = Values.day(reported.fact("DelStartDate"));
        LocalDate to = Values.day(reported.fact("DelEndDate"));
        String letter = fact(reported, "DelSgmtCode");
        parts.removeIf(part -> part.letter().equals(letter) && isWithin(part.reportedOn(), from, to));
        Set<LocalDate> left = parts.stream()
                .filter(part -> !part.letter().equals(BASE))
                .map(Part::reportedOn)
                .collect(Collectors.toSet());
        parts.removeIf(part -> part.letter().equals(BASE) && !left.contains(part.reportedOn()));
    }

    private void happen(Reported reported) {
        String type = fact(reported, "OpetnType");
        String month = fact(reported, "Month");
        if (fact(reported, "Flag").equals("1")) {
            events.add(new Event(type, month, reported.reportedOn()));
        } else {
            events.removeIf(event -> event.type().equals(type) && event.month().equals(month));
        }
    }

    /** Whether a day lies in a range that may be open at either end. */
    public static boolean isWithin(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether anything of the account is left. */
    public boolean isHeld() {
        return !parts.isEmpty();
    }

    /** What is held of the person, oldest first. */
    public List<Reported> person() {
        return person;
    }

    public List<Part> parts() {
        return parts;
    }

    public Stream<Part> parts(String letters) {
        return parts.stream().filter(part -> letters.contains(part.letter()));
    }

    /** The section of the latest report date; of several the one told last. */
    public Optional<Part> newest(String letters) {
        return parts(letters).reduce((one, other) -> other.reportedOn().isBefore(one.reportedOn()) ? one : other);
    }

    public Optional<LocalDate> newestDay() {
        return parts.stream().map(Part::reportedOn).max(Comparator.naturalOrder());
    }

    /** The monthly section of a month that holds now. */
    public Optional<Part> newestOf(String month) {
        return parts("H")
                .filter(part -> part.fact("Month").equals(month))
                .reduce((one, other) -> other.reportedOn().isBefore(one.reportedOn()) ? one : other);
    }

    /** The monthly section of the latest month. */
    public Optional<Part> lastMonth() {
        return parts("H")
                .filter(part -> part.month() != null)
                .reduce((one, other) -> one.fact("Month").compareTo(other.fact("Month")) > 0 ? one : other);
    }

    public String type() {
        return parts.isEmpty() ? "" : parts.get(parts.size() - 1).fact("AcctType");
    }

    /** Whether the last status told is the closed one, and no reopening came after it. */
    public boolean isClosed() {
        return newest("HJ").filter(Part::isClosed).filter(this::isNotReopened).isPresent();
    }

    public boolean isNotReopened(Part closing) {
        return events("12").noneMatch(event -> !event.reportedOn().isBefore(closing.reportedOn()));
    }

    public List<Event> events() {
        return events;
    }

    public Stream<Event> events(String type) {
        return events.stream().filter(event -> event.type().equals(type));
    }

    /** The code that it goes by there; empty where none was told. */
    public String code() {
        return code;
    }

    /** Whether a code was given up for another. */
    public boolean isRenamedAway(String code) {
        return renamed.contains(code);
    }

    /** Whether a code was ever the account's. */
    public boolean knows(String code) {
        return codes.contains(code);
    }
}
