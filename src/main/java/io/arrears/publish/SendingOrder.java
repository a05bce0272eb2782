package io.arrears.publish;

import io.arrears.furnish.Bureau;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a night's files: those for a bureau as it must get them, what takes back before what tells (S9), everything else by
 * its name.
 *
 * <p>Example: {@code pboc/…110…}, {@code …214…}, {@code …213…}, {@code …212…}, {@code …210…}.
 */
public final class SendingOrder implements Comparator<String> {

    private final List<Bureau> bureaus;
    private final Instant generatedAt;

    /** @param generatedAt of the night, which its files' names have */
    public SendingOrder(List<Bureau> bureaus, Instant generatedAt) {
        this.bureaus = List.copyOf(bureaus);
        this.generatedAt = generatedAt;
    }

    @Override
    public int compare(String one, String other) {
        String folder = one.substring(0, one.lastIndexOf('/') + 1);
        return folder.isEmpty() || !other.startsWith(folder)
                ? one.compareTo(other)
                : Comparator.comparingInt(this::kind)
                        .thenComparing(Comparator.naturalOrder())
                        .compare(one, other);
    }

    /** Where the kind of a file stands among those of its bureau; behind all for one of no kind. */
    private int kind(String file) {
        for (Bureau bureau : bureaus) {
            String folder = bureau.terms().bureau() + "/";
            List<String> kinds = bureau.files().kinds();
            for (int i = 0; file.startsWith(folder) && i < kinds.size(); i++) {
                if (file.startsWith(folder + bureau.files().prefix(kinds.get(i), generatedAt))) {
                    return i;
                }
            }
        }
        return Integer.MAX_VALUE;
    }
}
