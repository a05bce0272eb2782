package io.arrears;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Somebody who takes responsibility for a command, by the name the command gives: {@code ann}, {@code Ann Li}, {@code 王伟}.
 *
 * @param name normalised (NFKC), at most {@value #LONGEST} characters, all of which can be seen
 */
public record Signatory(String name) {

    static final int LONGEST = 100;

    private static final String OPTION = "--by";

    /** Refuses (2) a name that is blank, too long, or not what it looks like. */
    public Signatory {
        name = Printable.of(OPTION, name, Normalizer.Form.NFKC, LONGEST);
        if (Printable.isMixed(name)) {
            throw new Refused(
                    ExitCode.USAGE,
                    OPTION + ": '" + name + "' mixes letters of two scripts that look alike; type the name in one");
        }
    }

    /** Whether both names are one however they are written: in capitals or not, with full-width letters, dots, spaces. */
    public boolean isAlso(Signatory other) {
        return key().equals(other.key());
    }

    /** Through both cases, since only so ß and ẞ become ss and a dotless i an i; the dot of a Turkish İ goes too. */
    private String key() {
        String folded = Normalizer.normalize(
                name.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return Normalizer.normalize(
                folded.replace("i\u0307", "i").replaceAll("[^\\p{L}\\p{M}\\p{N}]", ""), Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return name;
    }
}
