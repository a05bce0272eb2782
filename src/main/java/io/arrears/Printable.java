package io.arrears;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** What somebody typed and what stands in an audit trail for ever: text that everybody who reads it sees as it is. */
final class Printable {

    /** Those that people write one name in; any other two in one name are a look-alike, Latin with a Cyrillic а say. */
    private static final Set<UnicodeScript> TOGETHER = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.HAN,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL);

    private Printable() {}

    /**
     * The text normalised, its ends stripped and its inner spaces single.
     *
     * @param option what it was given as, {@code --by} say
     * @param longest in characters, as the database counts them at most
     * @throws Refused (2) when nothing is left, it is too long, or it has a character that cannot be seen
     */
    static String of(String option, String given, Normalizer.Form form, int longest) {
        String stripped = given.strip();
        stripped.codePoints().filter(Printable::isUnseen).findFirst().ifPresent(unseen -> {
            throw new Refused(
                    ExitCode.USAGE,
                    String.format(
                            "%s: character U+%04X cannot be seen by whoever reads it; type it again without",
                            option, unseen));
        });
        String text =
                Normalizer.normalize(stripped, form).replaceAll("\\p{Zs}+", " ").strip();
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new Refused(ExitCode.USAGE, option + ": expected a text with a letter or a digit, found none");
        }
        if (text.length() > longest) {
            throw new Refused(
                    ExitCode.USAGE, option + ": expected at most " + longest + " characters, found " + text.length());
        }
        return text;
    }

    /** Whether its letters are of scripts that nobody writes together. */
    static boolean isMixed(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() > 1 && !TOGETHER.containsAll(scripts);
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT, // zero-width, bidirectional marks, tags
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankLetter(character);
        };
    }

    /** Letters, marks and signs that Unicode has no ink for, and what stands for a byte that was no character. */
    private static boolean isBlankLetter(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD, 0x1D159 -> true;
            default ->
                (character >= 0x180B && character <= 0x180F) // Mongolian variation selectors
                        || (character >= 0xFE00 && character <= 0xFE0F) // variation selectors
                        || (character >= 0xE0100 && character <= 0xE01EF);
        };
    }
}
