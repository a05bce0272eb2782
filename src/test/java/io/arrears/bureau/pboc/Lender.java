package io.arrears.bureau.pboc;

import io.arrears.delinquency.Loans;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.Gate;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a made-up lender tells the PBOC: a loan for two products, gates that let everything through unless a test asks them. */
record Lender(Policy policy, FormatOptions choices, List<Gate> gates, LocalDate from, ReportingCalendar calendar) {

    /** What is overdue below so many yuan is told as not overdue. */
    record Floor(int units) {}

    static final Lender PLAIN = new Lender(
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
                    Map.of("RESIDENT_ID", "10")),
            List.of(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY),
            LocalDate.of(2025, 1, 1),
            new ReportingCalendar(0, 2, 30));

    Lender with(Policy otherwise) {
        return new Lender(otherwise, choices, gates, from, calendar);
    }

    Lender asking(Gate... asked) {
        return new Lender(policy, choices, List.of(asked), from, calendar);
    }

    /** An account that becomes known so many days after its opening is first told at a month's end. */
    Lender learningLateAfter(int days) {
        ReportingCalendar late = new ReportingCalendar(calendar.eventLag(), calendar.monthLag(), days);
        return new Lender(policy, choices, gates, from, late);
    }

    Lender since(String day) {
        return new Lender(policy, choices, gates, LocalDate.parse(day), calendar);
    }

    /** With a choice made otherwise, named by its value. */
    Lender choosing(Object choice) {
        FormatOptions made = new FormatOptions(
                choice instanceof FormatOptions.Balance balance ? balance : choices.balance(),
                choice instanceof FormatOptions.OverduePeriods periods ? periods : choices.overduePeriods(),
                choice instanceof FormatOptions.CurrentDue current ? current : choices.currentDue(),
                choice instanceof FormatOptions.SettlementDate date ? date : choices.settlementDate(),
                choice instanceof FormatOptions.DueOnLastDay lastDay ? lastDay : choices.dueOnLastDay(),
                choice instanceof FormatOptions.ChargesLeft charges ? charges : choices.chargesLeft(),
                choice instanceof Floor floor ? floor.units() : choices.overdueFloor(),
                choice instanceof Rounding rounding ? rounding : choices.rounding(),
                choice instanceof String status ? status : choices.writtenOffStatus(),
                choices.finalNewline(),
                choices.repaymentMethods(),
                choices.repaymentFrequencies(),
                choices.identityTypes());
        return new Lender(policy, made, gates, from, calendar);
    }

    PbocBureau bureau() {
        return new PbocBureau(
                new ReportingTerms(
                        "pboc",
                        ReportingTerms.Environment.PRODUCTION,
                        ZoneOffset.UTC,
                        from,
                        true,
                        gates,
                        calendar,
                        Set.of("loan", "house"),
                        10,
                        100,
                        30,
                        "BEFORE_NEGATIVE"),
                Records.SEGMENT,
                Records.SEGMENT,
                Map.of(
                        "loan", new ProductTerms("91", "4", "0", "1", "1", "0", "310000"),
                        "house", new ProductTerms("11", "2", "0", "1", "1", "0", "310000")),
                PbocBureau.Handover.PLAIN,
                choices);
    }
}
