package io.arrears.night;

import io.arrears.publish.Csv;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.reconcile.ByAccount;
import io.arrears.reconcile.ListedAccounts;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The list of disputes: one is answered once, by the first of the days that the bureaus' laws set, however many bureaus there are. */
final class DisputesDue implements AutoCloseable {

    private static final FurnishCsv LIST = FurnishCsv.DISPUTES_DUE;

    private final List<ListedAccounts> bureaus = new ArrayList<>();

    private DisputesDue() {}

    /**
     * Joins the bureaus' parts in key order; doing it again replaces it.
     *
     * @param parts their names, one a bureau
     */
    static void join(WorkFolder work, List<String> parts) throws IOException {
        if (parts.size() < 2) {
            work.join(LIST.file(), LIST.header(), parts);
        } else {
            merge(work, parts);
            work.join(LIST.file(), LIST.header());
        }
    }

    private static void merge(WorkFolder work, List<String> names) throws IOException {
        try (DisputesDue lists = new DisputesDue();
                Writer merged = Files.newBufferedWriter(
                        Home.file(work.part(LIST.file(), 0)),
                        StandardCharsets.UTF_8,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (String name : names) {
                lists.bureaus.add(ListedAccounts.ofParts(work.parts(name)));
            }
            lists.write(merged);
        }
    }

    private void write(Writer merged) throws IOException {
        ByAccount<?>[] all = bureaus.toArray(ByAccount<?>[]::new);
        for (String account = ByAccount.first(all); account != null; account = ByAccount.first(all)) {
            Map<String, CSVRecord> disputes = new LinkedHashMap<>();
            for (ListedAccounts bureau : bureaus) {
                for (CSVRecord row = bureau.take(account); row != null; row = bureau.take(account)) {
                    disputes.merge(
                            row.get(LIST.at("dispute_id")),
                            row,
                            (one, other) -> answerBy(other).compareTo(answerBy(one)) < 0 ? other : one);
                }
            }
            for (CSVRecord row : disputes.values()) {
                merged.write(Csv.line(row.toList()));
            }
        }
    }

    /** Days as they are written are in order as they are read. */
    private static String answerBy(CSVRecord row) {
        return row.get(LIST.at("answer_by"));
    }

    @Override
    public void close() throws IOException {
        for (ListedAccounts bureau : bureaus) {
            bureau.close();
        }
    }
}
