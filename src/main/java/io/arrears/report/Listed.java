package io.arrears.report;

import io.arrears.publish.FurnishCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorklistCsv;
import io.arrears.reconcile.ReconciliationCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Counts the rows of a night's lists: what waits, what was refused, what somebody has to do. */
final class Listed {

    /** Lists of what somebody has to do by a day. */
    static final List<FurnishCsv> TO_DO = List.of(
            FurnishCsv.CORRECTIONS,
            FurnishCsv.DUE_ON_MONTH_END,
            FurnishCsv.LEGAL_REVIEW,
            FurnishCsv.NOTICES_DUE,
            FurnishCsv.DISPUTES_DUE);

    private Listed() {}

    static void of(Path folder, Figures figures) throws IOException {
        Sums sums = new Sums();
        CsvRows.each(folder.resolve(ReconciliationCsv.FILE), row -> sums.add(Section.VERDICTS, row.get("verdict"), 1));
        CsvRows.each(folder.resolve(FurnishCsv.HELD.file()), row -> {
            String gate = row.get("gate");
            sums.add(Section.HELD, gate, 1);
            sums.max(Section.HELD_OLDEST, gate, Long.parseLong(row.get("days_held")));
            sums.add(Section.HELD_ALARMS, gate, row.get("alarm").isEmpty() ? 0 : 1);
            sums.add(Section.HELD_TURNS, gate + " " + row.get("turn"), 1);
        });
        CsvRows.each(folder.resolve(FurnishCsv.EXCLUDED.file()), row -> sums.add(Section.EXCLUDED, row.get("gate"), 1));
        CsvRows.each(
                folder.resolve(FurnishCsv.REJECTED.file()),
                row -> sums.add(Section.REJECTED, row.get("bureau") + " " + row.get("rule"), 1));
        CsvRows.each(folder.resolve(ReviewCsv.FILE), row -> {
            sums.add(Section.REVIEW, row.get("code"), 1);
            sums.add(
                    Section.REVIEW_ACCEPTED,
                    row.get("code"),
                    row.get("accepted_at").isEmpty() ? 0 : 1);
        });
        CsvRows.each(folder.resolve(WorklistCsv.WORKLIST.file()), row -> {
            sums.add(Section.WORKLIST_STAGES, row.get("stage"), 1);
            sums.add(Section.WORKLIST_CHANNELS, row.get("channel"), 1);
        });
        CsvRows.each(folder.resolve(WorklistCsv.WITHHELD.file()), row -> {
            sums.add(Section.WITHHELD_STAGES, row.get("stage"), 1);
            if (!row.get("channel").isEmpty()) {
                sums.add(Section.WITHHELD_CHANNELS, row.get("channel"), 1);
            }
            sums.add(
                    Section.WITHHELD_RULES,
                    String.join(Contacts.BETWEEN, row.get("rule"), row.get("instrument"), row.get("clause")),
                    1);
        });
        for (FurnishCsv list : TO_DO) {
            CsvRows.each(folder.resolve(list.file()), row -> sums.add(Section.TO_DO, list.file(), 1));
        }
        sums.into(figures);
    }
}
