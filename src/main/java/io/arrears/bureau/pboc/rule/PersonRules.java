package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.SectionKind.CORE;
import static io.arrears.bureau.pboc.record.SectionKind.EDUCATION;
import static io.arrears.bureau.pboc.record.SectionKind.IDENTITIES;
import static io.arrears.bureau.pboc.record.SectionKind.MAIL;
import static io.arrears.bureau.pboc.record.SectionKind.OCCUPATION;
import static io.arrears.bureau.pboc.record.SectionKind.PERSON;
import static io.arrears.bureau.pboc.record.SectionKind.RESIDENCE;
import static io.arrears.bureau.pboc.record.SectionKind.SPOUSE;
import static io.arrears.bureau.pboc.rule.Condition.always;
import static io.arrears.bureau.pboc.rule.Condition.is;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.in;
import static io.arrears.bureau.pboc.rule.Requirement.notBefore;
import static io.arrears.bureau.pboc.rule.Requirement.oneOf;
import static io.arrears.bureau.pboc.rule.Requirement.positive;
import static io.arrears.bureau.pboc.rule.Requirement.that;

import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.util.List;
import java.util.stream.Stream;

/** The rules on what is told of a person. */
final class PersonRules {

    private static final List<SectionKind> MAIN_SECTIONS =
            List.of(CORE, SPOUSE, EDUCATION, OCCUPATION, RESIDENCE, MAIL);

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>("R1100101", "10 has the six main sections", (at, broken) -> {
                if (at.is(RecordKind.PERSON_INFO) && at.code().equals("10")) {
                    missing(at.record()).forEach(kind -> broken.accept(Location.of(kind.element(), "missing")));
                }
            }),
            new Rule<>("I1100A01", "another identity differs from the base's", otherIdentities()),
            new Rule<>("I1100A02", "the spouse's identity differs from the base's", spouse()),
            new Rule<>("I1100C01", "there is another identity", in(IDENTITIES, always(), positive("IDNm"))),
            new Rule<>(
                    "I1100D01",
                    "the section is told after the birth",
                    in(CORE, always(), atBirth(notBefore("FcsInfoUpDate", "DOB")))),
            new Rule<>(
                    "I1100E01",
                    "the spouse's document has a type and a number",
                    in(SPOUSE, always(), PersonRules::halfAnIdentity)),
            new Rule<>(
                    "I1100F03",
                    "without studies there is no degree",
                    in(EDUCATION, is("EduLevel", "30 40 70 80"), oneOf("AcaDegree", "5 9"))),
            new Rule<>(
                    "I1100G04",
                    "private employers have no civil servants",
                    in(
                            OCCUPATION,
                            is("CpnType", "30 40 50"),
                            that("Occupation", is("Occupation", "0 X").not()::holds))));

    private PersonRules() {}

    /** The main sections that a person's record lacks. */
    static List<SectionKind> missing(PbocRecord record) {
        return MAIN_SECTIONS.stream().filter(kind -> !record.has(kind)).toList();
    }

    /** The day of birth is at fault, not the day on which it was told. */
    private static Requirement atBirth(Requirement order) {
        return at -> order.broken(at).isEmpty() ? List.of() : List.of("DOB");
    }

    private static List<String> halfAnIdentity(SectionView at) {
        boolean half = at.text("SpoIDType").isEmpty() != at.text("SpoIDNum").isEmpty();
        return half
                ? Stream.of("SpoIDType", "SpoIDNum")
                        .filter(tag -> at.text(tag).isEmpty())
                        .toList()
                : List.of();
    }

    private static Check<RecordUnderCheck> otherIdentities() {
        return (at, broken) -> at.entries(IDENTITIES).stream()
                .filter(other -> isBase(at, other.text("OthIDType"), other.text("OthIDNum")))
                .forEach(other -> broken.accept(other.spot("OthIDNum")));
    }

    private static Check<RecordUnderCheck> spouse() {
        return (at, broken) -> {
            SectionView spouse = at.look(SPOUSE);
            if (spouse != null && isBase(at, spouse.text("SpoIDType"), spouse.text("SpoIDNum"))) {
                broken.accept(spouse.spot("SpoIDNum"));
            }
        };
    }

    private static boolean isBase(RecordUnderCheck at, String type, String number) {
        return !number.isEmpty()
                && type.equals(at.record().value(PERSON, "IDType"))
                && number.equals(at.record().value(PERSON, "IDNum"));
    }
}
