package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.C1;
import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.AccountType.R3;
import static io.arrears.bureau.pboc.record.AccountType.R4;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which sections an account record has at each report point. */
final class SectionRules {

    private static final Set<AccountType> NOT_C1 = EnumSet.of(D1, R1, R2, R3, R4);
    private static final Set<AccountType> NOT_R3 = EnumSet.of(D1, R1, R2, R4, C1);
    private static final Set<AccountType> WITHOUT_PLAN = EnumSet.of(D1, R1, R3, R4);
    private static final Set<AccountType> MONTHLY_ONLY = EnumSet.of(D1, R1, R2, R4);
    private static final Set<AccountType> ONLY_C1 = EnumSet.of(C1);

    /** At a report point, for these account types: the letters of sections that must be there, and must not. */
    private record Row(String code, Set<AccountType> types, String must, String mustNot) {}

    private static final List<Row> ROWS = List.of(
            new Row("10", NOT_C1, "CH", "GJK"),
            new Row("10", WITHOUT_PLAN, "", "I"),
            new Row("10", ONLY_C1, "CGJ", "EFHI"),
            new Row("31", NOT_C1, "CH", "GJ"),
            new Row("31", WITHOUT_PLAN, "", "I"),
            new Row("30", NOT_C1, "H", "GJ"),
            new Row("30", WITHOUT_PLAN, "", "I"),
            new Row("20", NOT_C1, "H", "GJ"),
            new Row("20", WITHOUT_PLAN, "", "I"),
            new Row("20", ONLY_C1, "J", "EFHI"),
            new Row("32", NOT_C1, "H", "GJ"),
            new Row("32", WITHOUT_PLAN, "", "I"),
            new Row("40", NOT_R3, "J", "EFHI"),
            new Row("40", MONTHLY_ONLY, "", "CDGK"));

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>("R2100101", "10 has its sections", has("10", EnumSet.allOf(AccountType.class))),
            new Rule<>("R2100102", "10 has no other sections", hasNoOther("10")),
            new Rule<>("R2100103", "31 has its sections, and is not for C1", has("31", NOT_C1)),
            new Rule<>("R2100104", "31 has no other sections", hasNoOther("31")),
            new Rule<>("R2100107", "30 has its sections, and is not for C1", has("30", NOT_C1)),
            new Rule<>("R2100108", "30 has no other sections", hasNoOther("30")),
            new Rule<>("R2100109", "40 has its section, and is not for type R3", has("40", NOT_R3)),
            new Rule<>("R2100110", "40 has no other sections", hasNoOther("40")),
            new Rule<>("R2100111", "20 has its section", has("20", EnumSet.allOf(AccountType.class))),
            new Rule<>("R2100112", "20 has no other sections", hasNoOther("20")),
            new Rule<>("R2100113", "32 has its section, and is not for C1", has("32", NOT_C1)),
            new Rule<>("R2100114", "32 has no other sections", hasNoOther("32")),
            new Rule<>("R2100115", "10 and 31 of a guaranteed loan tell who is liable", liable()));

    private SectionRules() {}

    private static Check<RecordUnderCheck> has(String code, Set<AccountType> types) {
        return (at, broken) -> {
            AccountType type = at.type();
            if (type == null || !at.is(RecordKind.ACCOUNT) || !at.code().equals(code)) {
                return;
            }
            if (!types.contains(type)) {
                broken.accept(new Location("RptDateCode", code, "not for " + type));
            }
            missing(at.record(), type, code).forEach(kind -> broken.accept(Location.of(kind.element(), "missing")));
        };
    }

    private static Check<RecordUnderCheck> hasNoOther(String code) {
        return (at, broken) -> {
            AccountType type = at.type();
            if (type != null && at.is(RecordKind.ACCOUNT) && at.code().equals(code)) {
                unwanted(at.record(), type, code)
                        .forEach(kind -> broken.accept(Location.of(kind.element(), "not in " + code + " of " + type)));
            }
        };
    }

    private static Check<RecordUnderCheck> liable() {
        return (at, broken) -> {
            boolean first = at.code().equals("10") || at.code().equals("31");
            boolean guaranteed = List.of("3", "5").contains(at.record().value(SectionKind.BASIC_INFO, "GuarMode"));
            if (at.is(RecordKind.ACCOUNT) && first && guaranteed && !at.record().has(SectionKind.LIABLE)) {
                broken.accept(Location.of(SectionKind.LIABLE.element(), "missing"));
            }
        };
    }

    /** The sections that a record of this report point must have and has not. */
    static List<SectionKind> missing(PbocRecord record, AccountType type, String code) {
        List<SectionKind> missing = new ArrayList<>();
        for (SectionKind kind : RecordKind.ACCOUNT.sections()) {
            boolean must = ROWS.stream()
                    .anyMatch(row -> row.code().equals(code)
                            && row.types().contains(type)
                            && row.must().contains(kind.letter()));
            boolean line = kind == SectionKind.CREDIT_LINE && isFirst(code) && hasLine(record, type);
            if ((must || line) && !record.has(kind)) {
                missing.add(kind);
            }
        }
        return missing;
    }

    /** The sections that a record of this report point has and must not have. */
    static List<SectionKind> unwanted(PbocRecord record, AccountType type, String code) {
        List<SectionKind> unwanted = new ArrayList<>();
        for (SectionKind kind : RecordKind.ACCOUNT.sections()) {
            boolean mustNot = ROWS.stream()
                    .anyMatch(row -> row.code().equals(code)
                            && row.types().contains(type)
                            && row.mustNot().contains(kind.letter()));
            boolean lineless = kind == SectionKind.CREDIT_LINE && hasNoLine(record, type);
            if ((mustNot || lineless) && record.has(kind)) {
                unwanted.add(kind);
            }
        }
        return unwanted;
    }

    private static boolean isFirst(String code) {
        return code.equals("10") || code.equals("31");
    }

    /** Whether the loan was drawn under a credit agreement that is reported, as far as its basic information says. */
    private static boolean hasLine(PbocRecord record, AccountType type) {
        return switch (type) {
            case D1 -> List.of("1", "2").contains(record.value(SectionKind.BASIC_INFO, "Flag"));
            case R2 -> record.has(SectionKind.BASIC_INFO) && !hasNoLine(record, type);
            case R1, R3, R4 -> true;
            case C1 -> false;
        };
    }

    private static boolean hasNoLine(PbocRecord record, AccountType type) {
        return switch (type) {
            case D1 -> record.value(SectionKind.BASIC_INFO, "Flag").equals("0");
            case R2 -> record.value(SectionKind.BASIC_INFO, "BusiDtlLines").equals("82");
            case R1, R3, R4, C1 -> false;
        };
    }
}
