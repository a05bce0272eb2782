package io.arrears.bureau.pboc.file;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * Which records go to which file: parts in order, filled up to the most records of one file, one serial after the other.
 *
 * <p>Computed from counts alone, so that every name is allocated before anything is written.
 */
public record Split(List<Share> shares) {

    public Split {
        shares = List.copyOf(shares);
    }

    /** The records of one file. */
    public record Share(FileName name, List<Piece> pieces) {
        public Share {
            pieces = List.copyOf(pieces);
        }

        public long records() {
            return pieces.stream().mapToLong(Piece::records).sum();
        }
    }

    /** Records {@code from} until before {@code to} of one part, both counted from 0. */
    public record Piece(int part, long from, long to) {
        public Piece {
            if (part < 0 || from < 0 || from >= to) {
                throw new IllegalArgumentException("not a piece: " + from + " to " + to + " of part " + part);
            }
        }

        public long records() {
            return to - from;
        }
    }

    /**
     * Shares out the parts; without a record there is no share.
     *
     * @param first the name of the first file; the others take the serials after it
     * @param counts the records of each part, in order
     * @throws Refused when the day has not serials enough
     */
    public static Split of(FileName first, List<Long> counts) {
        return of(first, counts, Header.MOST_RECORDS);
    }

    /** The same for smaller files than the format allows. */
    public static Split of(FileName first, List<Long> counts, int mostRecords) {
        if (mostRecords < 1 || mostRecords > Header.MOST_RECORDS) {
            throw new IllegalArgumentException("not from 1 to " + Header.MOST_RECORDS + " records: " + mostRecords);
        }
        long total = counts.stream().mapToLong(Long::longValue).sum();
        long files = (total + mostRecords - 1) / mostRecords;
        requireSerials(first, total, files);
        List<Share> shares = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        long free = mostRecords;
        for (int part = 0; part < counts.size(); part++) {
            long from = 0;
            while (from < counts.get(part)) {
                long taken = Math.min(free, counts.get(part) - from);
                pieces.add(new Piece(part, from, from + taken));
                from += taken;
                free -= taken;
                if (free == 0) {
                    shares.add(share(first, shares.size(), pieces));
                    pieces = new ArrayList<>();
                    free = mostRecords;
                }
            }
        }
        if (!pieces.isEmpty()) {
            shares.add(share(first, shares.size(), pieces));
        }
        return new Split(shares);
    }

    private static Share share(FileName first, int before, List<Piece> pieces) {
        return new Share(first.withSerial(first.serial() + before), pieces);
    }

    private static void requireSerials(FileName first, long total, long files) {
        long left = FileName.LAST_SERIAL - first.serial() + 1L;
        if (files > left) {
            throw new Refused(
                    ExitCode.REJECTED,
                    "records " + first.recordType() + " of " + first.date() + ": " + total + " records need " + files
                            + " files, but of the day's serials up to " + FileName.LAST_SERIAL + " only " + left
                            + " are left; nothing was written. Report the rest under another day");
        }
    }
}
