package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.SectionKind.CONTRACT_BASE;
import static io.arrears.bureau.pboc.record.SectionKind.CONTRACT_RENAMING;
import static io.arrears.bureau.pboc.record.SectionKind.CONTRACT_SECTION_DELETION;
import static io.arrears.bureau.pboc.record.SectionKind.CO_BORROWERS;
import static io.arrears.bureau.pboc.record.SectionKind.LIMIT;
import static io.arrears.bureau.pboc.rule.Condition.always;
import static io.arrears.bureau.pboc.rule.Condition.is;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.in;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.inEach;
import static io.arrears.bureau.pboc.rule.Requirement.notBefore;
import static io.arrears.bureau.pboc.rule.Requirement.oneOf;
import static io.arrears.bureau.pboc.rule.Requirement.that;

import io.arrears.bureau.pboc.record.Documents;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules on a credit agreement's record, and on its renaming, correction and deletions in themselves. */
final class ContractRules {

    private static final String PERSON = "1";
    private static final String ORGANISATION = "2";

    /** The most characters of what a person is told with; an organisation's may be longer. */
    private static final Map<String, Integer> LONGEST_OF_PERSON = Map.of("CertRelName", 30, "CertRelIDNum", 20);

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>("R2200101", "220 has its base and its limit", wholeContract()),
            new Rule<>("I2200A01", "the borrower is no co-borrower of his own", otherThanBorrower()),
            new Rule<>("I2200C01", "CertRelIDType goes with BrerType", (at, broken) -> {
                inEach(CO_BORROWERS, is("BrerType", PERSON), oneOf("CertRelIDType", Documents.OF_PERSONS))
                        .look(at, broken);
                inEach(
                                CO_BORROWERS,
                                is("BrerType", ORGANISATION),
                                oneOf("CertRelIDType", BasicInfoRules.ORGANISATIONS_NUMBERS))
                        .look(at, broken);
            }),
            new Rule<>(
                    "I2200D01",
                    "an agreement does not expire before it comes into force",
                    in(LIMIT, always(), that("ConEffDate", ContractRules::isBeforeItsEnd))),
            new Rule<>(
                    "I2200D02",
                    "a sub-limit has an amount and a code",
                    in(LIMIT, always(), ContractRules::halfASubLimit)),
            new Rule<>(
                    "I2210B01",
                    "the old and the new code differ",
                    in(CONTRACT_RENAMING, always(), that("NwBnesCode", at -> !at.text("NwBnesCode")
                            .equals(at.text("OdBnesCode"))))),
            new Rule<>(
                    "R2220102",
                    "the corrected section is the one that MdfcSgmtCode names",
                    EventRules.namedSection(RecordKind.CONTRACT_CORRECTION)),
            new Rule<>(
                    "R2220103",
                    "a corrected base holds name, identity and office alone",
                    EventRules.correctedBase(CONTRACT_BASE)),
            new Rule<>(
                    "I2230B01",
                    "a deletion has a first or a last day",
                    in(CONTRACT_SECTION_DELETION, always(), EventRules.bounded())),
            new Rule<>(
                    "I2230B02",
                    "a deletion does not end before it begins",
                    in(CONTRACT_SECTION_DELETION, always(), notBefore("DelEndDate", "DelStartDate"))));

    private ContractRules() {}

    /** How long a value of a co-borrower may be by who that is; an element of anything else has its own length alone. */
    static int longestOf(SectionView look, Item item) {
        Integer longest = LONGEST_OF_PERSON.get(item.tag());
        return longest == null || !look.text("BrerType").equals(PERSON) ? item.length() : longest;
    }

    private static Check<RecordUnderCheck> wholeContract() {
        return (at, broken) -> {
            if (at.is(RecordKind.CONTRACT)) {
                Stream.of(CONTRACT_BASE, LIMIT)
                        .filter(kind -> !at.record().has(kind))
                        .map(SectionKind::element)
                        .forEach(section -> broken.accept(Location.of(section, "missing")));
            }
        };
    }

    private static boolean isBeforeItsEnd(SectionView at) {
        LocalDate begins = at.day("ConEffDate");
        LocalDate expires = at.day("ConExpDate");
        return begins == null || expires == null || !begins.isAfter(expires);
    }

    private static List<String> halfASubLimit(SectionView at) {
        boolean half =
                at.text("CreditRest").isEmpty() != at.text("CreditRestCode").isEmpty();
        return half
                ? Stream.of("CreditRest", "CreditRestCode")
                        .filter(tag -> at.text(tag).isEmpty())
                        .toList()
                : List.of();
    }

    private static Check<RecordUnderCheck> otherThanBorrower() {
        return (at, broken) -> {
            SectionView borrower = at.look(CONTRACT_BASE);
            for (SectionView entry : at.entries(CO_BORROWERS)) {
                if (borrower != null && isSamePerson(borrower, entry)) {
                    broken.accept(entry.spot("CertRelIDNum"));
                }
            }
        };
    }

    /** Whether a co-borrower has the document of the base section's borrower. */
    static boolean isSamePerson(SectionView borrower, SectionView other) {
        return other.text("BrerType").equals(PERSON)
                && !borrower.text("IDNum").isEmpty()
                && other.text("CertRelIDType").equals(borrower.text("IDType"))
                && other.text("CertRelIDNum").equals(borrower.text("IDNum"));
    }
}
