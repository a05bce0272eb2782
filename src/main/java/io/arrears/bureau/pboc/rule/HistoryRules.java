package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Reported;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rules that hold a record against what the bureau was told before, in the order in which they are asked. */
public final class HistoryRules {

    private static final List<Rule<HistoryUnderCheck>> ALL = Stream.of(
                    AccountHistoryRules.ALL,
                    CorrectionHistoryRules.ALL,
                    EventHistoryRules.ALL,
                    PersonHistoryRules.ALL,
                    ContractHistoryRules.ALL)
            .flatMap(List::stream)
            .toList();

    private HistoryRules() {}

    /** As {@link #check(PbocRecord, List, Section)}, where nobody asks whether a liable person is the borrower. */
    public static List<Fault> check(PbocRecord record, List<Reported> reported) {
        return check(record, reported, null);
    }

    /**
     * What a record breaks, and nothing when it may be told.
     *
     * @param reported all records of this account (for 110 and 114: of this person), in the order in which they were told;
     *     those that do not count are passed over, and for a record of a contract those that are of none
     * @param borrower the base section as of today, for R2121225 and R2221212
     */
    public static List<Fault> check(PbocRecord record, List<Reported> reported, @Nullable Section borrower) {
        return Rule.faults(ALL, new HistoryUnderCheck(record, held(record, reported), borrower));
    }

    private static SectionsOnFile held(PbocRecord record, List<Reported> reported) {
        return record.kind().isOfContract() ? SectionsOnFile.ofContract(reported) : SectionsOnFile.of(reported);
    }

    /** The ids of the rules asked. */
    public static List<String> ids() {
        return ALL.stream().map(Rule::id).distinct().toList();
    }
}
