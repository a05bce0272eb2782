package io.arrears.call;

import io.arrears.call.Answer.MayNot;
import io.arrears.call.SortedCsv.Broken;
import io.arrears.ladder.law.Channel;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What imports brought since the newest published night, as since.csv tells it by ids (L2). */
public final class Since implements Closeable {

    public static final String FILE = "since.csv";

    private static final String NIGHT = "NIGHT";

    private final SortedCsv file;

    private Since(SortedCsv file) {
        this.file = file;
    }

    /**
     * What came after a cutoff.
     *
     * @throws IOException when it is missing, or does not reach back to the night: then nobody knows what came after it
     */
    public static Since after(Path out, Instant cutoff) throws IOException {
        Path path = out.resolve(FILE);
        if (!Files.isRegularFile(path)) {
            throw new Broken(
                    FILE + " is missing; the next import writes it, and so does 'arrears run' of the published night");
        }
        SortedCsv file = SortedCsv.open(path);
        try {
            for (CsvRow row : file.find("", "")) {
                if (row.get("kind").equals(NIGHT)
                        && !row.instant("known_at").toInstant().isAfter(cutoff)) {
                    return new Since(file);
                }
            }
            throw new Broken(
                    FILE
                            + " tells only what came after a later night; the next import writes it anew, and so does 'arrears run' of the published night");
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Whom a line would reach, and about what.
     *
     * @param party its type, as the list has it
     */
    public record Line(String account, String borrower, String party, String partyId, Channel channel, LocalDate day) {

        boolean isContact() {
            return party.equals("CONTACT");
        }

        @Override
        public String toString() {
            return "Line[" + account + " " + partyId + " " + channel + "]";
        }
    }

    /** Why a line holds no longer; none if nothing came. */
    public @Nullable MayNot withheld(Line line) throws IOException {
        List<CsvRow> rows = new ArrayList<>(file.find(line.account()));
        rows.addAll(file.find("", line.borrower()));
        rows.addAll(file.find("", line.partyId()));
        for (CsvRow row : rows) {
            if (holds(row, line)) {
                LocalDate to = row.date("to_on");
                return MayNot.policy(
                        row.get("kind"),
                        FILE,
                        "known since " + row.get("known_at"),
                        to == null ? "" : to.plusDays(1).toString());
            }
        }
        return null;
    }

    /** What has a kind that this version does not know withholds all the same. */
    private static boolean holds(CsvRow row, Line line) throws IOException {
        LocalDate to = row.date("to_on");
        LocalDate from = row.date("from_on");
        boolean isPast = to != null && to.isBefore(line.day());
        boolean isComing = from != null && from.isAfter(line.day());
        return switch (row.get("kind")) {
            case NIGHT -> false;
            case "OPTED_OUT", "ERASED", "REFUSED", "NEW_NUMBER" -> isContact(row, line);
            case "PAID" -> row.get("contact_id").isEmpty() || isContact(row, line);
            case "STOPPED" -> !isPast && !isComing && isStopped(row, line);
            default -> !isPast;
        };
    }

    private static boolean isContact(CsvRow row, Line line) throws IOException {
        return line.isContact() && row.get("contact_id").equals(line.partyId());
    }

    /** The borrower's stop holds for everybody who would be asked about the account until the night knows better. */
    private static boolean isStopped(CsvRow row, Line line) throws IOException {
        String channel = row.get("channel");
        if (!channel.isEmpty() && !line.channel().isMeant(channel)) {
            return false;
        }
        String contact = row.get("contact_id");
        String person = row.get("borrower_id");
        return contact.isEmpty()
                ? person.equals(line.borrower()) || person.equals(line.partyId())
                : isContact(row, line);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
