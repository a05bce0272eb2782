package io.arrears.bureau.pboc;

import io.arrears.delinquency.Loans;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.Furnishing;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Schedule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a made-up lender tells the PBOC: a loan for two products, gates that let everything through unless a test asks them. */
record Lender(Policy policy, Choices choices, List<Gate> gates, LocalDate from, Schedule schedule) {

    /** What is overdue below so many yuan is told as not overdue. */
    record Floor(int units) {}

    static final Lender PLAIN = new Lender(
            Loans.PLAIN,
            new Choices(
                    Choices.Balance.PRINCIPAL,
                    Choices.OverduePeriods.INSTALMENTS,
                    Choices.CurrentDue.THIS_MONTH,
                    Choices.SettlementDate.DUE_DATE,
                    Choices.DueOnLastDay.N,
                    Choices.ChargesLeft.OWED,
                    1,
                    Rounding.USUAL,
                    "42",
                    false,
                    Map.of("EQUAL_INSTALMENT", "11", "SINGLE", "21"),
                    Map.of("MONTHLY", "03", "SINGLE", "07"),
                    Map.of("RESIDENT_ID", "10")),
            List.of(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY),
            LocalDate.of(2025, 1, 1),
            new Schedule(0, 2, 30));

    Lender with(Policy otherwise) {
        return new Lender(otherwise, choices, gates, from, schedule);
    }

    Lender asking(Gate... asked) {
        return new Lender(policy, choices, List.of(asked), from, schedule);
    }

    /** An account that becomes known so many days after its opening is first told at a month's end. */
    Lender learningLateAfter(int days) {
        Schedule late = new Schedule(schedule.eventLag(), schedule.monthLag(), days);
        return new Lender(policy, choices, gates, from, late);
    }

    Lender since(String day) {
        return new Lender(policy, choices, gates, LocalDate.parse(day), schedule);
    }

    /** With a choice made otherwise, named by its value. */
    Lender choosing(Object choice) {
        Choices made = new Choices(
                choice instanceof Choices.Balance balance ? balance : choices.balance(),
                choice instanceof Choices.OverduePeriods periods ? periods : choices.overduePeriods(),
                choice instanceof Choices.CurrentDue current ? current : choices.currentDue(),
                choice instanceof Choices.SettlementDate date ? date : choices.settlementDate(),
                choice instanceof Choices.DueOnLastDay lastDay ? lastDay : choices.dueOnLastDay(),
                choice instanceof Choices.ChargesLeft charges ? charges : choices.chargesLeft(),
                choice instanceof Floor floor ? floor.units() : choices.overdueFloor(),
                choice instanceof Rounding rounding ? rounding : choices.rounding(),
                choice instanceof String status ? status : choices.writtenOffStatus(),
                choices.finalNewline(),
                choices.repaymentMethods(),
                choices.repaymentFrequencies(),
                choices.identityTypes());
        return new Lender(policy, made, gates, from, schedule);
    }

    Pboc bureau() {
        return new Pboc(
                new Furnishing(
                        "pboc",
                        Furnishing.Environment.PRODUCTION,
                        ZoneOffset.UTC,
                        from,
                        true,
                        gates,
                        schedule,
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
                Pboc.Handover.PLAIN,
                choices);
    }
}
