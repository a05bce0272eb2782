package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.PbocBureau;
import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.terms.ProductTerms;
import io.arrears.bureau.pboc.terms.Rounding;
import io.arrears.delinquency.Loans;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Jurisdiction;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** How a made-up lender tells the PBOC: products of loans, of lines and of draws, gates that let everything through unless a test asks them. */
public record Lender(
        Policy policy, FormatOptions options, List<Gate> gates, LocalDate from, ReportingCalendar calendar) {

    /** What is overdue below so many yuan is told as not overdue. */
    public record Floor(int units) {}

    private static final Map<String, ProductTerms> PRODUCTS = Map.of(
            "loan", new ProductTerms(AccountType.D1, "91", "4", "0", "1", "1", "0", "", "310000"),
            "house", new ProductTerms(AccountType.D1, "11", "2", "0", "1", "1", "0", "", "310000"),
            "line", new ProductTerms(AccountType.R1, "91", "4", "0", "1", "1", "", "39", "310000"),
            "drawn", new ProductTerms(AccountType.R4, "91", "4", "0", "1", "1", "", "", "310000"));

    /** What jobs/bureaus/pboc.yaml chooses of lines. */
    static final LineOptions LINE = new LineOptions(
            LocalDate.of(2099, 12, 31),
            LineOptions.PeriodsLeft.ASKED,
            LineOptions.NothingDue.N,
            LineOptions.EarlyEnd.PLAIN,
            LineOptions.FoundContract.KNOWN,
            LineOptions.BaselineContract.HELD);

    public static final Lender PLAIN = new Lender(
            Loans.PLAIN,
            new FormatOptions(
                    FormatOptions.Balance.PRINCIPAL,
                    FormatOptions.OverduePeriods.INSTALMENTS,
                    FormatOptions.CurrentDue.THIS_MONTH,
                    FormatOptions.SettlementDate.DUE_DATE,
                    FormatOptions.DueOnLastDay.N,
                    FormatOptions.ChargesLeft.OWED,
                    1,
                    Rounding.USUAL,
                    "42",
                    false,
                    Map.of("EQUAL_INSTALMENT", "11", "SINGLE", "21"),
                    Map.of("MONTHLY", "03", "SINGLE", "07"),
                    Map.of("RESIDENT_ID", "10"),
                    LINE),
            List.of(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY),
            LocalDate.of(2025, 1, 1),
            new ReportingCalendar(0, 2, 30));

    public Lender ofLines(
            LineOptions.EarlyEnd early, LineOptions.FoundContract found, LineOptions.BaselineContract baseline) {
        return choosing(
                new LineOptions(LINE.withoutEnd(), LINE.periodsLeft(), LINE.nothingDue(), early, found, baseline));
    }

    public Lender with(Policy otherwise) {
        return new Lender(otherwise, options, gates, from, calendar);
    }

    public Lender asking(Gate... asked) {
        return new Lender(policy, options, List.of(asked), from, calendar);
    }

    /** An account that becomes known so many days after its opening is first told at a month's end. */
    public Lender learningLateAfter(int days) {
        ReportingCalendar late = new ReportingCalendar(calendar.eventLag(), calendar.monthLag(), days);
        return new Lender(policy, options, gates, from, late);
    }

    public Lender since(String day) {
        return new Lender(policy, options, gates, LocalDate.parse(day), calendar);
    }

    /** With a choice made otherwise, named by its value. */
    public Lender choosing(Object choice) {
        FormatOptions made = new FormatOptions(
                choice instanceof FormatOptions.Balance balance ? balance : options.balance(),
                choice instanceof FormatOptions.OverduePeriods periods ? periods : options.overduePeriods(),
                choice instanceof FormatOptions.CurrentDue current ? current : options.currentDue(),
                choice instanceof FormatOptions.SettlementDate date ? date : options.settlementDate(),
                choice instanceof FormatOptions.DueOnLastDay lastDay ? lastDay : options.dueOnLastDay(),
                choice instanceof FormatOptions.ChargesLeft charges ? charges : options.chargesLeft(),
                choice instanceof Floor floor ? floor.units() : options.overdueFloor(),
                choice instanceof Rounding rounding ? rounding : options.rounding(),
                choice instanceof String status ? status : options.writtenOffStatus(),
                options.finalNewline(),
                options.repaymentMethods(),
                options.repaymentFrequencies(),
                options.identityTypes(),
                choice instanceof LineOptions line ? line : options.line());
        return new Lender(policy, made, gates, from, calendar);
    }

    public PbocBureau bureau() {
        return new PbocBureau(settings());
    }

    public PbocSettings settings() {
        return new PbocSettings(
                new ReportingTerms(
                        "pboc",
                        ReportingTerms.Environment.PRODUCTION,
                        ZoneOffset.UTC,
                        from,
                        true,
                        gates,
                        calendar,
                        PbocSettings.scope(PRODUCTS),
                        10,
                        100,
                        30,
                        "BEFORE_NEGATIVE",
                        new Jurisdiction(20, Map.of()),
                        options.threshold()),
                Records.SEGMENT,
                Records.SEGMENT,
                PRODUCTS,
                PbocSettings.Handover.PLAIN,
                options);
    }
}
