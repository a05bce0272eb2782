package io.arrears.call;

import io.arrears.call.SortedCsv.Broken;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lists of a published night, of which only the rows that are asked for are read. */
final class NightLists implements Closeable {

    static final String WORKLIST = "worklist.csv";
    private static final String INDEX = "worklist-index.csv";
    private static final String WITHHELD = "withheld.csv";

    private final SortedCsv worklist;
    private final SortedCsv index;
    private final SortedCsv withheld;
    private final SortedCsv limits;

    private NightLists(SortedCsv worklist, SortedCsv index, SortedCsv withheld, SortedCsv limits) {
        this.worklist = worklist;
        this.index = index;
        this.withheld = withheld;
        this.limits = limits;
    }

    /** @throws Broken when one of them is not as long as the manifest says */
    static NightLists open(PublishedNight night) throws IOException {
        List<SortedCsv> open = new ArrayList<>();
        try {
            for (String file : List.of(WORKLIST, INDEX, WITHHELD, Limits.FILE)) {
                open.add(night.open(file));
            }
            return new NightLists(open.get(0), open.get(1), open.get(2), open.get(3));
        } catch (IOException e) {
            for (SortedCsv file : open) {
                file.close();
            }
            throw e;
        }
    }

    Limits limits() {
        return new Limits(limits);
    }

    /** The lines of an account, through the index. */
    List<CsvRow> lines(String account) throws IOException {
        List<CsvRow> lines = new ArrayList<>();
        for (CsvRow entry : index.find(account)) {
            CsvRow line = worklist.at(entry.number("first_byte"), entry.number("bytes"));
            if (!line.get("account_id").equals(account)) {
                throw new Broken(WORKLIST + " has another account's line where " + INDEX + " has this one's");
            }
            lines.add(line);
        }
        return lines;
    }

    /** What is withheld of an account. */
    List<CsvRow> withheld(String account) throws IOException {
        return withheld.find(account);
    }

    @Override
    public void close() throws IOException {
        try (worklist;
                index;
                withheld;
                limits) {
            return;
        }
    }
}
