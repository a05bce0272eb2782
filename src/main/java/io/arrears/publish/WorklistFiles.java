package io.arrears.publish;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Limits;
import io.arrears.ladder.law.PartyType;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the partitions' parts the two lists of a ladder: of each person and channel the account that comes first carries the line,
 * and the others are withheld (L7); and an index by account beside the worklist (L16).
 */
public final class WorklistFiles {

    /** Where in worklist.csv the lines of an account stand: account_id, first byte, bytes; by account. */
    public static final String INDEX = "worklist-index.csv";

    private final WorkFolder work;

    public WorklistFiles(WorkFolder work) {
        this.work = work;
    }

    /**
     * Writes the lists, the index and the limits, on disk when this returns; running it again is harmless.
     *
     * @param limits those that hold on the calling day
     */
    public void write(Limits limits) throws IOException {
        Path scratch = Home.folder(work.root().resolve("sort"));
        try (LineSorter people = new LineSorter(scratch.resolve("people"));
                LineSorter lines = new LineSorter(scratch.resolve("lines"));
                LineSorter withheld = new LineSorter(scratch.resolve("withheld"));
                LineSorter index = new LineSorter(scratch.resolve("index"))) {
            addParts(WorklistParts.LINES, people);
            addParts(WorklistParts.WITHHELD, withheld);
            people.sorted(new Carrying(lines, withheld));
            write(WorklistCsv.WORKLIST.file(), WorklistCsv.WORKLIST.header(), lines, index);
            write(WorklistCsv.WITHHELD.file(), WorklistCsv.WITHHELD.header(), withheld, null);
            write(INDEX, "account_id,first_byte,bytes\r\n", index, null);
            work.write(WorklistLimits.FILE, WorklistLimits.text(limits).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addParts(String name, LineSorter sorter) throws IOException {
        for (Path part : work.parts(name)) {
            try (BufferedReader reader = Files.newBufferedReader(part, StandardCharsets.UTF_8)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    sorter.add(line);
                }
            }
        }
    }

    /** The first cell of a line: an id may have a comma or a quote in it. */
    private static String account(String csv) throws IOException {
        int comma = csv.indexOf(',');
        if (!csv.startsWith("\"")) {
            return csv.substring(0, comma);
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), Csv.FORMAT)) {
            return parser.iterator().next().get(0);
        }
    }

    /** Chooses of each person and channel the first line. */
    private static final class Carrying implements LineSorter.Each {
        private final LineSorter lines;
        private final LineSorter withheld;
        private String person = "";
        private String carrier = "";

        Carrying(LineSorter lines, LineSorter withheld) {
            this.lines = lines;
            this.withheld = withheld;
        }

        @Override
        public void line(String line) throws IOException {
            int text = line.indexOf(WorklistParts.TEXT);
            int end = line.indexOf(WorklistParts.PERSON_END);
            String whom = line.substring(0, end);
            if (whom.equals(person)) {
                withheld.add(withheld(line.substring(text + 1)));
                return;
            }
            person = whom;
            carrier = account(line.substring(text + 1));
            lines.add(line.substring(end + 1));
        }

        private String withheld(String csv) throws IOException {
            try (CSVParser parser = CSVParser.parse(new StringReader(WorklistCsv.WORKLIST.header() + csv), Csv.READ)) {
                CSVRecord row = parser.iterator().next();
                PartyType party = PartyType.valueOf(row.get("party"));
                Channel channel = Channel.valueOf(row.get("channel"));
                OffsetDateTime until = OffsetDateTime.parse(row.get("not_before"));
                String why = Csv.line(List.of(
                        row.get("account_id"),
                        row.get("borrower_id"),
                        row.get("stage"),
                        party.name(),
                        row.get("party_id"),
                        channel.name(),
                        "SAME_PERSON",
                        "policy",
                        "same-person",
                        carrier,
                        until.toLocalDate().plusDays(1).toString()));
                return WorklistParts.place(
                                row.get("account_id"), party.ordinal(), row.get("party_id"), channel.ordinal())
                        + WorklistParts.TEXT
                        + why.strip();
            }
        }
    }

    private void write(String name, String header, LineSorter sorter, @Nullable LineSorter index) throws IOException {
        Path target = Home.file(work.out().resolve(name));
        try (FileChannel channel =
                        FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                BufferedWriter writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            writer.write(header);
            long[] at = {header.getBytes(StandardCharsets.UTF_8).length};
            sorter.sorted(line -> {
                String csv = line.substring(line.indexOf(WorklistParts.TEXT) + 1);
                writer.write(csv);
                writer.write("\r\n");
                int bytes = csv.getBytes(StandardCharsets.UTF_8).length + 2;
                if (index != null) {
                    String account = account(csv);
                    String entry = Csv.line(List.of(account, String.valueOf(at[0]), String.valueOf(bytes)));
                    index.add(account
                            + WorklistParts.KEY_END
                            + String.format(Locale.ROOT, "%019d", at[0])
                            + WorklistParts.TEXT
                            + entry.strip());
                }
                at[0] += bytes;
            });
            writer.flush();
            channel.force(true);
        }
    }
}
