package io.arrears;

import java.util.List;

/**
 * Four eyes: two different people, exactly, who say a thing together.
 *
 * <p>It keeps one from passing for two by a slip or a trick of letters; that both were asked it cannot know.
 */
public record TwoPeople(Signatory one, Signatory other) {

    /** Refuses (2) one person under two spellings. */
    public TwoPeople {
        if (one.isAlso(other)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "'" + one + "' and '" + other
                            + "' are one person; two different people are needed: --by ONE --by OTHER");
        }
    }

    /**
     * As a command names them, each by a {@code --by} of their own.
     *
     * @throws Refused (2) unless they are two, and different
     */
    public static TwoPeople of(List<String> names) {
        if (names.size() != 2) {
            throw new Refused(
                    ExitCode.USAGE,
                    "two different people are needed, --by ONE --by OTHER; found " + names.size() + " of --by");
        }
        return new TwoPeople(new Signatory(names.get(0)), new Signatory(names.get(1)));
    }

    /** As a trail lists them. */
    public List<String> names() {
        return List.of(one.name(), other.name());
    }

    @Override
    public String toString() {
        return one + " and " + other;
    }
}
