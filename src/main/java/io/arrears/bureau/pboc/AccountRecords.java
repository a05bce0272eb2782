package io.arrears.bureau.pboc;

import io.arrears.delinquency.AgeBand;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Settlement;
import io.arrears.delinquency.Standing;
import io.arrears.furnish.Dossier;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Party;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The sections of a D1 loan's records, filled from its dossier; a value that is not known stays blank, and a rule says so. */
final class AccountRecords {

    private static final String PERSON = "1";
    private static final String CO_BORROWER = "1";
    private static final String GUARANTOR = "2";

    private final Pboc bureau;
    private final Dossier dossier;
    private final Currency currency;

    AccountRecords(Pboc bureau, Dossier dossier) {
        this.bureau = bureau;
        this.dossier = dossier;
        this.currency = dossier.facts().account().currency();
    }

    String accountCode() {
        return bureau.segment() + dossier.account();
    }

    /** A 210 with the month of its day; with all that a first report tells, whatever its code (R2101215), if it is the first. */
    PbocRecord report(String code, boolean first, LocalDate day, AccountState state, String classSince) {
        List<Section> sections = new ArrayList<>();
        sections.add(base(code, day));
        if (first) {
            sections.add(basicInfo(day));
            Section liable = liable(day);
            if (!liable.entries().isEmpty()) {
                sections.add(liable);
            }
            creditLine(day, sections);
        }
        sections.add(monthly(day, state, classSince));
        Section trades = trades(state);
        if (!code.equals("10") && !trades.entries().isEmpty()) {
            sections.add(trades);
        }
        return new PbocRecord(RecordKind.ACCOUNT, sections);
    }

    /** The special transactions of a month up to the day of the state. */
    Section trades(AccountState state) {
        return new SpecialTrades(state, dossier, currency).section();
    }

    /** A 210 of what was paid up between two months' ends. */
    PbocRecord recovery(LocalDate day, AccountState state, String classSince) {
        return PbocRecord.of(RecordKind.ACCOUNT, base("40", day), nonMonthly(day, state, classSince));
    }

    /** A 212 that puts one section in the place of the one held. */
    PbocRecord correction(Section section, LocalDate day) {
        Section head = Section.of(SectionKind.CORRECTION)
                .with("InfRecType", "212")
                .with("ModRecCode", accountCode())
                .with("RptDate", day.toString())
                .with("AcctType", AccountType.D1.name())
                .with("MdfcSgmtCode", section.kind().letter());
        return PbocRecord.of(RecordKind.SECTION_CORRECTION, head, section);
    }

    /** A 213 that takes the sections of a stretch of days back. */
    PbocRecord deletion(SectionKind kind, LocalDate from, LocalDate to) {
        return PbocRecord.of(
                RecordKind.SECTION_DELETION,
                Section.of(SectionKind.SECTION_DELETION)
                        .with("InfRecType", "213")
                        .with("DelRecCode", accountCode())
                        .with("DelSgmtCode", kind.letter())
                        .with("DelStartDate", from.toString())
                        .with("DelEndDate", to.toString()));
    }

    /** A 214 that takes the whole account back. */
    PbocRecord deletion() {
        return PbocRecord.of(
                RecordKind.ACCOUNT_DELETION,
                Section.of(SectionKind.ACCOUNT_DELETION)
                        .with("InfRecType", "214")
                        .with("DelRecCode", accountCode()));
    }

    private Section base(String code, LocalDate day) {
        Person person = dossier.person();
        return Section.of(SectionKind.BASE, AccountType.D1)
                .with("InfRecType", "210")
                .with("AcctType", AccountType.D1.name())
                .with("AcctCode", accountCode())
                .with("RptDate", day.toString())
                .with("RptDateCode", code)
                .with("Name", person.fullName())
                .with("IDType", bureau.identityType(person))
                .with("IDNum", person.idNumber())
                .with("MngmtOrgCode", bureau.organisation());
    }

    /** The borrower and the managing office as a correction carries them (R2120106). */
    Section correctedBase() {
        Person person = dossier.person();
        return Section.correctedBase()
                .with("Name", person.fullName())
                .with("IDType", bureau.identityType(person))
                .with("IDNum", person.idNumber())
                .with("MngmtOrgCode", bureau.organisation());
    }

    Section basicInfo(LocalDate day) {
        ProductTerms product = bureau.product(dossier);
        Choices choices = bureau.choices();
        String mode = choices.repaymentMethods()
                .getOrDefault(String.valueOf(dossier.terms().repaymentMethod()), "");
        String business = product.business();
        Section section = Section.of(SectionKind.BASIC_INFO, AccountType.D1)
                .with("BusiLines", BasicInfoRules.line(business))
                .with("BusiDtlLines", business)
                .with("OpenDate", dossier.facts().account().openedOn().toString())
                .with("Cy", currency.getCurrencyCode())
                .with("LoanAmt", Yuan.up(dossier.terms().principal(), currency))
                .with("Flag", product.drawdowns())
                .with("DueDate", maturesOn().toString())
                .with("RepayMode", mode)
                .with(
                        "RepayFreqcy",
                        choices.repaymentFrequencies()
                                .getOrDefault(dossier.terms().repaymentFrequency(), ""))
                .with(
                        "RepayPrd",
                        mode.startsWith("2")
                                ? "0"
                                : Integer.toString(dossier.terms().termCount()))
                .with("ApplyBusiDist", fact("application_district", day, product.district()))
                .with("GuarMode", guarantee(day))
                .with("OthRepyGuarWay", fact("other_guarantee", day, product.otherGuarantee()))
                .with("AssetTrandFlag", fact("asset_transferred", day, "0"))
                .with("FundSou", fact("fund_source", day, product.fundSource()))
                .with("LoanForm", fact("loan_form", day, product.loanForm()));
        return section.has("LoanConCode")
                ? section.with("LoanConCode", fact("house_contract", day, ""))
                        .with("FirstHouLoanFlag", fact("first_house_loan", day, ""))
                : section;
    }

    private String guarantee(LocalDate day) {
        return fact("guarantee_mode", day, bureau.product(dossier).guarantee());
    }

    private LocalDate maturesOn() {
        LocalDate agreed = dossier.terms().maturesOn();
        return agreed != null
                ? agreed
                : dossier.facts().instalments().stream()
                        .map(Instalment::dueOn)
                        .max(LocalDate::compareTo)
                        .orElse(dossier.facts().account().openedOn());
    }

    Section liable(LocalDate day) {
        Section section = Section.of(SectionKind.LIABLE, AccountType.D1);
        for (Party party : dossier.parties()) {
            if (party.holdsOn(day)) {
                section = section.plus(liable(party, day));
            }
        }
        return section;
    }

    private Elements liable(Party party, LocalDate day) {
        boolean guarantor = party.role() == PartyRole.GUARANTOR;
        Person person = party.person();
        Long amount = party.amount();
        String contract = fact("guarantee_contract", day, "");
        return Section.entry(SectionKind.LIABLE)
                .with("InfoIDType", PERSON)
                .with("ArlpName", person.fullName())
                .with("ArlpCertType", bureau.identityType(person))
                .with("ArlpCertNum", person.idNumber())
                .with("ArlpType", guarantor ? GUARANTOR : CO_BORROWER)
                .with("ArlpAmt", amount == null ? "" : Yuan.up(amount, currency))
                .with("WartySign", guarantor ? "0" : "")
                .with("MaxGuarMcc", guarantor && !contract.isEmpty() ? bureau.segment() + contract : "");
    }

    private void creditLine(LocalDate day, List<Section> sections) {
        if (!bureau.product(dossier).drawdowns().equals("0")) {
            String contract = fact("credit_agreement", day, "");
            sections.add(Section.of(SectionKind.CREDIT_LINE, AccountType.D1)
                    .with("Mcc", contract.isEmpty() ? "" : bureau.segment() + contract));
        }
    }

    /** The monthly section as of a day in its month; all amounts 0 once the account has ended. */
    Section monthly(LocalDate day, AccountState state, String classSince) {
        Settlement settlement = state.settlement();
        Delinquency figures = settlement.figures();
        return overdue(
                        Section.of(SectionKind.MONTHLY, AccountType.D1)
                                .with("Month", YearMonth.from(day).toString())
                                .with(
                                        "SettDate",
                                        settlementDate(day, settlement).toString())
                                .with("AcctStatus", state.accountStatus())
                                .with("AcctBal", balance(state))
                                .with("RemRepPrd", remaining(state))
                                .with("FiveCate", Integer.toString(figures.fiveClass()))
                                .with("FiveCateAdjDate", classSince)
                                .with("RpyStatus", state.repaymentStatus()),
                        state)
                .with(
                        "OverdPrinc",
                        state.isOverdue() ? Yuan.up(figures.overdue().principal(), currency) : "0")
                .with("Oved31_60Princ", aged(state, AgeBand.DAYS_31_60))
                .with("Oved61_90Princ", aged(state, AgeBand.DAYS_61_90))
                .with("Oved91_180Princ", aged(state, AgeBand.DAYS_91_180))
                .with("OvedPrinc180", aged(state, AgeBand.DAYS_181_UP))
                .with("CurRpyAmt", currentDue(state))
                .with("ActRpyAmt", Yuan.up(settlement.paidInMonth(), currency))
                .with("LatRpyDate", lastPaidOn(settlement))
                .with("CloseDate", ended(state));
    }

    /** What was paid up on a day. */
    Section nonMonthly(LocalDate day, AccountState state, String classSince) {
        Settlement settlement = state.settlement();
        return overdue(
                        Section.of(SectionKind.NON_MONTHLY, AccountType.D1)
                                .with("AcctStatus", state.accountStatus())
                                .with("AcctBal", balance(state))
                                .with(
                                        "FiveCate",
                                        Integer.toString(settlement.figures().fiveClass()))
                                .with("FiveCateAdjDate", classSince)
                                .with("RemRepPrd", remaining(state))
                                .with("RpyStatus", "N"),
                        state)
                .with("LatRpyAmt", Yuan.up(settlement.lastPaid(), currency))
                .with("LatRpyDate", lastPaidOn(settlement))
                .with("CloseDate", "");
    }

    private Section overdue(Section section, AccountState state) {
        Delinquency figures = state.settlement().figures();
        return section.with("OverdPrd", state.isOverdue() ? Integer.toString(overduePeriods(figures)) : "0")
                .with("TotOverd", state.isEnded() ? "0" : AccountState.totalOverdue(figures));
    }

    /** At least one while overdue: charges that age make an account overdue without an instalment. */
    private int overduePeriods(Delinquency figures) {
        LocalDate oldest = figures.standing().oldestDueOn();
        int periods = bureau.choices().overduePeriods() == Choices.OverduePeriods.INSTALMENTS || oldest == null
                ? figures.overdueInstalments()
                : Math.toIntExact(ChronoUnit.MONTHS.between(oldest, figures.asOf())) + 1;
        return Math.max(1, Math.min(periods, 999));
    }

    private LocalDate settlementDate(LocalDate day, Settlement settlement) {
        LocalDate due = settlement.lastDueInMonth();
        return due == null || bureau.choices().settlementDate() == Choices.SettlementDate.REPORT_DATE ? day : due;
    }

    private String balance(AccountState state) {
        if (state.isEnded()) {
            return "0";
        }
        Standing standing = state.settlement().standing();
        long balance = bureau.choices().balance() == Choices.Balance.PRINCIPAL
                ? standing.balance()
                : Math.addExact(
                        standing.balance(),
                        state.settlement().figures().overdue().interest());
        return Yuan.up(balance, currency);
    }

    private String remaining(AccountState state) {
        String mode = bureau.choices()
                .repaymentMethods()
                .getOrDefault(String.valueOf(dossier.terms().repaymentMethod()), "");
        return state.isEnded() || mode.startsWith("2")
                ? "0"
                : Integer.toString(state.settlement().instalmentsToCome());
    }

    private String aged(AccountState state, AgeBand band) {
        return state.isOverdue() ? Yuan.down(state.settlement().figures().principalAged(band), currency) : "0";
    }

    private String currentDue(AccountState state) {
        Settlement settlement = state.settlement();
        if (state.repaymentStatus().equals("*")) {
            return "0";
        }
        long due = settlement.dueInMonth();
        if (bureau.choices().currentDue() == Choices.CurrentDue.WITH_ARREARS && state.isOverdue()) {
            due = Math.max(due, settlement.figures().overdue().total());
        }
        return Yuan.up(due, currency);
    }

    private String lastPaidOn(Settlement settlement) {
        Standing.LastPayment paid = settlement.standing().lastPayment();
        return (paid == null ? dossier.facts().account().openedOn() : paid.valueOn()).toString();
    }

    private static String ended(AccountState state) {
        LocalDate ended = state.endedOn();
        return ended == null ? "" : ended.toString();
    }

    private String fact(String key, LocalDate day, String otherwise) {
        return dossier.accountFact(key, day).map(BureauFact::value).orElse(otherwise);
    }
}
