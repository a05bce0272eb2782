package io.arrears.batch;

import io.arrears.store.Databases;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What whole nights say of each loan of {@link SmallLoanNights}, in their lists and to the bureau; worked by hand. A row of the table
 * is met by one row of the list, or one record of the night, that says all of it; {@code nothing} is that there is none.
 */
class WholeNightsTest {

    private static final String TABLE = """
            # 1: a quarter of the schedule came, and all of it is paid: nobody is told that the loan is; the rest of it puts it right
            CUT        | 08-31 | delinquency | status=OPEN dpd=0 closed_on=
            CUT        | 08-31 | review      | code=SCHEDULE_NOT_WHOLE subject=1
            CUT        | 08-31 | held        | kind=210 report_date=2026-08-31 gate=review
            CUT        | 08-31 | pboc        | nothing
            CUT        | 09-30 | held        | nothing
            CUT        | 09-30 | pboc        | RptDate=2026-08-03 RptDateCode=10 AcctBal=1000
            CUT        | 09-30 | pboc        | RptDate=2026-08-31 RpyStatus=N AcctBal=750 ActRpyAmt=250
            CUT        | 09-30 | pboc        | RptDate=2026-09-30 RpyStatus=N AcctBal=500 ActRpyAmt=250
            # 1: an instalment came twice, under another number: 750 are asked for of 500
            DOUBLED    | 08-31 | delinquency | status=OPEN balance=500.00
            DOUBLED    | 08-31 | review      | code=SCHEDULE_NOT_WHOLE subject=1
            DOUBLED    | 09-30 | pboc        | nothing
            # 1: an extension lists 100.00 of 1000.00, and 100.00 are paid; neither an end nor its terms are told
            SLIP       | 08-29 | delinquency | status=OPEN closed_on= schedule_version=2
            SLIP       | 08-31 | review      | code=SCHEDULE_NOT_WHOLE subject=2
            SLIP       | 08-31 | held        | kind=210 report_date=2026-08-31 gate=review
            SLIP       | 08-31 | held        | kind=212 gate=review
            SLIP       | 08-31 | corrections | nothing
            SLIP       | 08-31 | pboc        | nothing
            # 2: interest of 30 is waived twice: it is forgiven once, and no principal is
            WAIVED     | 08-31 | delinquency | status=OPEN dpd=11 overdue_principal=400.00 overdue_interest=0.00 unallocated=0.00
            WAIVED     | 08-31 | review      | code=WAIVER_BEYOND subject=W-2
            WAIVED     | 08-31 | held        | nothing
            WAIVED     | 08-31 | pboc        | RptDate=2026-08-31 AcctStatus=2 RpyStatus=1 TotOverd=400 AcctBal=400
            # 2: of a loan that was paid nothing is left to waive, and nothing is paid out; 430 were paid
            REFUNDED   | 08-29 | review      | code=WAIVER_BEYOND subject=V-2
            REFUNDED   | 08-29 | review      | code=REFUND_BEYOND_UNALLOCATED subject=V-3
            REFUNDED   | 08-29 | pboc        | RptDate=2026-08-20 RptDateCode=20 RpyStatus=C ActRpyAmt=430
            # 3: D-1 named account 41: no arrears of anybody are told until it has come, and what is none goes on
            41         | 09-30 | review      | code=UNKNOWN_REJECT subject=entries:D-1
            0041       | 09-30 | delinquency | dpd=10 overdue_total=200.00
            0041       | 09-30 | held        | kind=210 report_date=2026-09-30 gate=open-rejects
            0041       | 09-30 | pboc        | nothing
            ZERO       | 09-30 | held        | kind=210 report_date=2026-09-30 gate=open-rejects
            ACCEPTED   | 09-30 | pboc        | RptDate=2026-09-30 RpyStatus=*
            0041       | 10-06 | delinquency | dpd=0 overdue_total=0.00 last_paid_on=2026-09-20
            0041       | 10-06 | pboc        | RptDate=2026-09-30 RpyStatus=N ActRpyAmt=200 LatRpyDate=2026-09-20
            WAIVED     | 10-06 | pboc        | RptDate=2026-09-30 RpyStatus=2 TotOverd=400
            # 4: on the 27th nothing was paid
            ZERO       | 08-31 | delinquency | last_paid_on=2026-08-20 last_paid_amount=200.00 overdue_total=300.00
            ZERO       | 08-31 | pboc        | RptDate=2026-08-31 RpyStatus=1 TotOverd=300 ActRpyAmt=200 LatRpyDate=2026-08-20
            # 4: a payment four days before the opening counts, and somebody has to look at it first
            EARLY      | 08-31 | delinquency | status=OPEN dpd=0 balance=300.00
            EARLY      | 08-31 | review      | code=BEFORE_OPENING subject=E-1
            EARLY      | 08-31 | held        | kind=210 report_date=2026-08-31 gate=review
            # 5: closed on the 20th, charged back on the 30th, paid on the 31st: closed before and after, and listed
            REOPENED   | 08-31 | delinquency | status=CLOSED closed_on=2026-08-31 last_paid_on=2026-08-31
            REOPENED   | 09-05 | delinquency | nothing
            REOPENED   | 08-31 | pboc        | InfRecType=213
            REOPENED   | 08-31 | held        | kind=210 code=32 report_date=2026-08-31 gate=order
            REOPENED   | 09-05 | pboc        | RptDate=2026-08-31 RptDateCode=32 RpyStatus=C
            # 6: due on the 10th, paid until the 25th: 21 days past due by D5, and an episode of 7 days
            CHARGEBACK | 08-31 | delinquency | dpd=21 oldest_due_on=2026-08-10 episode_started_on=2026-08-25
            CHARGEBACK | 08-31 | pboc        | RptDate=2026-08-31 RpyStatus=1 TotOverd=500
            # 7: paid at noon, agreed a minute later: closed that day, and never overdue
            PAYOFF     | 08-29 | delinquency | status=CLOSED closed_on=2026-08-29 overdue_total=0.00 schedule_version=2
            PAYOFF     | 08-29 | review      | nothing
            PAYOFF     | 08-29 | pboc        | RptDate=2026-08-29 RptDateCode=20 RpyStatus=C TotOverd=0 ActRpyAmt=1000
            # 7: the payoff was paid twice that day: closed and paid in full, and what is too much is kept for the payer
            PAIDTWICE | 08-29 | delinquency | status=CLOSED closed_on=2026-08-29 overdue_total=0.00 unallocated=1000.00
            PAIDTWICE | 08-29 | review      | nothing
            PAIDTWICE | 08-29 | pboc        | RptDate=2026-08-29 RptDateCode=20 RpyStatus=C TotOverd=0 AcctBal=0
            # 8: what two people accepted holds nobody from the next night on
            ACCEPTED   | 08-31 | held        | kind=210 report_date=2026-08-31 gate=review
            ACCEPTED   | 08-31 | pboc        | nothing
            ACCEPTED   | 09-05 | review      | code=REVERSAL_TARGET_UNKNOWN accepted_by=ann~and~bob
            ACCEPTED   | 09-05 | pboc        | RptDate=2026-08-31 RpyStatus=N ActRpyAmt=300
            # 15: told as overdue of August, paid on the 25th as it turns out: the month is taken back, then the end is told
            PAIDLATE  | 08-31 | pboc        | RptDate=2026-08-31 RpyStatus=1 TotOverd=300
            PAIDLATE  | 09-05 | pboc        | InfRecType=213
            PAIDLATE  | 09-05 | held        | kind=210 code=20 report_date=2026-08-25 gate=order
            PAIDLATE  | 09-30 | pboc        | RptDate=2026-08-25 RptDateCode=20 RpyStatus=C ActRpyAmt=300
            # 16: the bureau refused August: it waits for other bytes, then goes out before September, and is not lost behind it
            REFUSED    | 08-31 | pboc        | RptDate=2026-08-31 ActRpyAmt=300 AcctBal=300
            REFUSED    | 09-05 | held        | kind=210 report_date=2026-08-31 gate=answered
            REFUSED    | 09-05 | pboc        | nothing
            REFUSED    | 09-30 | pboc        | RptDate=2026-08-31 RpyStatus=N ActRpyAmt=350 AcctBal=250
            REFUSED    | 09-30 | pboc        | RptDate=2026-09-30 RpyStatus=*
            REFUSED    | 10-06 | pboc        | nothing
            # 17: blocked since 1 September, which takes it back whole; lifted on 5 October, which tells all that passed meanwhile
            BLOCKED    | 08-29 | pboc        | RptDate=2026-08-03 RptDateCode=10
            BLOCKED    | 08-31 | pboc        | InfRecType=214
            BLOCKED    | 09-30 | excluded    | gate=block
            BLOCKED    | 09-30 | pboc        | nothing
            BLOCKED    | 10-06 | pboc        | RptDate=2026-08-03 RptDateCode=10 AcctBal=600
            BLOCKED    | 10-06 | pboc        | RptDate=2026-08-31 RpyStatus=N ActRpyAmt=300
            BLOCKED    | 10-06 | pboc        | RptDate=2026-09-30 RpyStatus=*
            # 18: two faults of one record are two rows of one night, and no personal value is in either
            FAULTY     | 08-29 | rejected    | kind=110 rule=I1100F03 tag=AcaDegree value=…~(1)
            FAULTY     | 08-29 | rejected    | kind=110 rule=I0000101 tag=MailPc value=
            """;

    private static final Map<Databases, Map<String, Map<String, String>>> NIGHTS = new EnumMap<>(Databases.class);

    static Stream<Arguments> table() {
        return Databases.available()
                .flatMap(kind ->
                        TABLE.lines().filter(line -> !line.startsWith("#")).map(line -> arguments(kind, line)));
    }

    private static Arguments arguments(Databases kind, String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return Arguments.of(kind, cells.get(0), "2026-" + cells.get(1), cells.get(2), cells.get(3));
    }

    private static synchronized Map<String, Map<String, String>> nights(Databases kind) {
        return NIGHTS.computeIfAbsent(kind, SmallLoanNights::on);
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_a_night_says_of_a_loan_is_true_of_the_person(
            Databases kind, String account, String night, String file, String says) {
        new NightFiles(nights(kind).get(night)).require(account, file, says);
    }
}
