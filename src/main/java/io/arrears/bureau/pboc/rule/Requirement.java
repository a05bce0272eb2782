package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.CodeList;
import io.arrears.bureau.pboc.record.SectionView;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule demands of a section or an entry: it gives the tags at fault. Absent and blank values break only what says so. */
@FunctionalInterface
interface Requirement {

    List<String> broken(SectionView at);

    /** The element, if it is filled, satisfies this. */
    static Requirement that(String tag, Predicate<SectionView> holds) {
        return at -> at.text(tag).isEmpty() || holds.test(at) ? List.of() : List.of(tag);
    }

    static Requirement oneOf(String tag, String codes) {
        List<String> allowed = CodeList.of(codes);
        return that(tag, at -> allowed.contains(at.text(tag)));
    }

    static Requirement zero(String... tags) {
        return at -> having(at, tags, amount -> amount != 0);
    }

    static Requirement positive(String... tags) {
        return at -> having(at, tags, amount -> amount == 0);
    }

    private static List<String> having(SectionView at, String[] tags, Predicate<Long> wrong) {
        return Stream.of(tags)
                .filter(tag -> {
                    Long amount = at.amount(tag);
                    return amount != null && wrong.test(amount);
                })
                .toList();
    }

    static Requirement filled(String... tags) {
        return at -> Stream.of(tags).filter(tag -> at.text(tag).isEmpty()).toList();
    }

    static Requirement blank(String... tags) {
        return at -> Stream.of(tags).filter(tag -> !at.text(tag).isEmpty()).toList();
    }

    static Requirement atMost(String small, String large) {
        return at -> {
            Long less = at.amount(small);
            Long more = at.amount(large);
            return less != null && more != null && less > more ? List.of(small) : List.of();
        };
    }

    /** The day is not before any of the others. */
    static Requirement notBefore(String day, String... earlier) {
        return at -> {
            LocalDate last = at.day(day);
            return last != null && Stream.of(earlier).anyMatch(tag -> isBefore(last, at.day(tag)))
                    ? List.of(day)
                    : List.of();
        };
    }

    private static boolean isBefore(LocalDate day, @Nullable LocalDate other) {
        return other != null && day.isBefore(other);
    }
}
