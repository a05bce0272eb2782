package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.PbocRecord;
import java.util.List;
import java.util.stream.Stream;

/** All rules that a record can be held against by itself, in the order in which they are asked. */
public final class RecordRules {

    private static final List<Rule<RecordUnderCheck>> ALL = Stream.of(
                    ShapeRules.ALL,
                    ItemRules.ALL,
                    SectionRules.ALL,
                    BasicInfoRules.ALL,
                    MonthlyRules.ALL,
                    AccountRules.ALL,
                    PersonRules.ALL,
                    EventRules.ALL,
                    ContractRules.ALL)
            .flatMap(List::stream)
            .toList();

    private RecordRules() {}

    /** What a record breaks, and nothing when it may be told. A record of several faults is told all of them. */
    public static List<Fault> check(PbocRecord record, Filing filing) {
        return Rule.faults(ALL, RecordUnderCheck.of(record, filing));
    }

    /** The ids of the rules asked. */
    static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }
}
