package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.delinquency.AgeBand;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Settlement;
import io.arrears.delinquency.Standing;
import io.arrears.furnish.Dossier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The records of an account, filled from its dossier; a value that is not known stays blank, and a rule says so. */
public final class AccountRecords {

    private final PbocSettings settings;
    private final Dossier dossier;
    private final AccountTerms agreed;
    private final Borrower borrower;
    private final Currency currency;

    public AccountRecords(PbocSettings settings, Dossier dossier) {
        this.settings = settings;
        this.dossier = dossier;
        this.agreed = new AccountTerms(settings, dossier);
        this.borrower = new Borrower(settings, dossier.person());
        this.currency = dossier.facts().account().currency();
    }

    String accountCode() {
        return settings.segment() + dossier.account();
    }

    AccountType type() {
        return settings.type(dossier);
    }

    /** The sections of what was agreed. */
    AccountTerms agreed() {
        return agreed;
    }

    /** A 210 with the month of its day; with all that a first report tells, whatever its code (R2101215), if it is the first. */
    PbocRecord report(String code, boolean first, LocalDate day, AccountState state, String classSince) {
        List<Section> sections = new ArrayList<>();
        sections.add(base(code, day));
        if (first) {
            sections.addAll(agreed.sections(day, state));
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
        return new SpecialTrades(
                        state,
                        type(),
                        currency,
                        settings.options().rounding(),
                        dossier.terms().maturesOn())
                .section();
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
                .with("AcctType", type().name())
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
        return borrower.in(Section.of(SectionKind.BASE, type())
                .with("InfRecType", "210")
                .with("AcctType", type().name())
                .with("AcctCode", accountCode())
                .with("RptDate", day.toString())
                .with("RptDateCode", code));
    }

    /** The borrower and the managing office as a correction carries them (R2120106). */
    Section correctedBase() {
        return borrower.in(Section.correctedBase());
    }

    /** The monthly section as of a day in its month; all amounts 0 once the account has ended. */
    public Section monthly(LocalDate day, AccountState state, String classSince) {
        Settlement settlement = state.settlement();
        Delinquency figures = settlement.figures();
        return overdue(
                        Section.of(SectionKind.MONTHLY, type())
                                .with("Month", YearMonth.from(day).toString())
                                .with(
                                        "SettDate",
                                        settlementDate(day, settlement).toString())
                                .with("AcctStatus", state.accountStatus(type()))
                                .with("AcctBal", balance(state))
                                .with("RemRepPrd", remaining(state))
                                .with("FiveCate", Integer.toString(figures.fiveClass()))
                                .with("FiveCateAdjDate", classSince)
                                .with("RpyStatus", state.repaymentStatus()),
                        state)
                .with("OverdPrinc", Long.toString(overduePrincipal(state)))
                .with("Oved31_60Princ", aged(state, AgeBand.DAYS_31_60))
                .with("Oved61_90Princ", aged(state, AgeBand.DAYS_61_90))
                .with("Oved91_180Princ", aged(state, AgeBand.DAYS_91_180))
                .with("OvedPrinc180", aged(state, AgeBand.DAYS_181_UP))
                .with("CurRpyAmt", currentDue(state))
                .with("ActRpyAmt", whole(Amount.PAID, state.paidInMonth()))
                .with("LatRpyDate", lastPaidOn(settlement))
                .with("CloseDate", ended(state));
    }

    /** What was paid up on a day. */
    Section nonMonthly(LocalDate day, AccountState state, String classSince) {
        Settlement settlement = state.settlement();
        return overdue(
                        Section.of(SectionKind.NON_MONTHLY, type())
                                .with("AcctStatus", state.accountStatus(type()))
                                .with("AcctBal", balance(state))
                                .with(
                                        "FiveCate",
                                        Integer.toString(settlement.figures().fiveClass()))
                                .with("FiveCateAdjDate", classSince)
                                .with("RemRepPrd", remaining(state))
                                .with("RpyStatus", "N"),
                        state)
                .with(
                        "LatRpyAmt",
                        whole(
                                Amount.LAST_PAID,
                                settlement.lastPaid() - settlement.particulars().lastRefunded()))
                .with("LatRpyDate", lastPaidOn(settlement))
                .with("CloseDate", "");
    }

    private Section overdue(Section section, AccountState state) {
        Delinquency figures = state.settlement().figures();
        return section.with("OverdPrd", state.isOverdue() ? Integer.toString(overduePeriods(figures)) : "0")
                .with("TotOverd", Long.toString(totalOverdue(state)));
    }

    private long totalOverdue(AccountState state) {
        return state.isEnded()
                ? 0
                : AccountState.totalOverdue(
                        state.settlement().figures(), settings.options().rounding());
    }

    /** At most what is overdue in all, however each is rounded (I2100H10). */
    private long overduePrincipal(AccountState state) {
        long principal = state.isOverdue()
                ? units(
                        Amount.OVERDUE_PRINCIPAL,
                        state.settlement().figures().overdue().principal())
                : 0;
        return Math.min(principal, totalOverdue(state));
    }

    private String whole(Amount amount, long minor) {
        return Long.toString(units(amount, minor));
    }

    private long units(Amount amount, long minor) {
        return settings.options().rounding().units(amount, minor, currency);
    }

    /** At least one while overdue: charges that age make an account overdue without an instalment. */
    private int overduePeriods(Delinquency figures) {
        LocalDate oldest = figures.standing().oldestDueOn();
        int periods = settings.options().overduePeriods() == FormatOptions.OverduePeriods.INSTALMENTS || oldest == null
                ? figures.overdueInstalments()
                : Math.toIntExact(ChronoUnit.MONTHS.between(oldest, figures.asOf())) + 1;
        return Math.max(1, Math.min(periods, 999));
    }

    private LocalDate settlementDate(LocalDate day, Settlement settlement) {
        LocalDate due = settlement.lastDueInMonth();
        return due == null || settings.options().settlementDate() == FormatOptions.SettlementDate.REPORT_DATE
                ? day
                : due;
    }

    private String balance(AccountState state) {
        if (state.isEnded()) {
            return "0";
        }
        long principal = Math.max(0, state.settlement().standing().balance());
        long balance = settings.options().balance() == FormatOptions.Balance.PRINCIPAL
                ? principal
                : Math.addExact(
                        principal, state.settlement().figures().overdue().interest());
        return whole(Amount.BALANCE, Math.addExact(balance, state.chargesLeft()));
    }

    private String remaining(AccountState state) {
        return state.isEnded() || settings.repayMode(dossier).startsWith("2")
                ? "0"
                : Integer.toString(state.course().periodsToCome(state));
    }

    /** Oldest first, each at most what older ones leave of the overdue principal as it is told. */
    private String aged(AccountState state, AgeBand band) {
        long left = overduePrincipal(state);
        AgeBand[] bands = AgeBand.values();
        for (int i = bands.length - 1; i > band.ordinal(); i--) {
            left -= Math.min(left, principalAged(state, bands[i]));
        }
        return Long.toString(Math.min(left, principalAged(state, band)));
    }

    private long principalAged(AccountState state, AgeBand band) {
        return state.isOverdue()
                ? units(Amount.PRINCIPAL_BY_AGE, state.settlement().figures().principalAged(band))
                : 0;
    }

    /** After the last instalment's month what is due is what is overdue. */
    private String currentDue(AccountState state) {
        if (state.repaymentStatus().equals("*")) {
            return "0";
        }
        boolean allDue = state.settlement().particulars().isMatured()
                || settings.options().currentDue() == FormatOptions.CurrentDue.WITH_ARREARS;
        long arrears = allDue ? totalOverdue(state) : 0;
        long due = units(Amount.DUE, Math.addExact(state.dueInMonth(), state.chargesLeft()));
        return Long.toString(Math.max(due, arrears));
    }

    private String lastPaidOn(Settlement settlement) {
        Standing.LastPayment paid = settlement.standing().lastPayment();
        return (paid == null ? dossier.facts().account().openedOn() : paid.valueOn()).toString();
    }

    private static String ended(AccountState state) {
        LocalDate ended = state.endedOn();
        return ended == null ? "" : ended.toString();
    }
}
