package io.arrears.bureau.pboc.due;

import io.arrears.furnish.Decision;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Sentence;
import io.arrears.furnish.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of due records one after the other: each by itself, so that what waits keeps back only what needs it.
 *
 * @param reported what was told of the account and its contract before
 * @param stops the gates of such a record
 */
record Sequence(List<Reported> reported, RecordGates gates, Function<DueRecord, Optional<GateResult>> stops) {

    List<Decision> decided(List<DueRecord> records) {
        List<Decision> decisions = new ArrayList<>();
        Precedence order = new Precedence(reported);
        for (DueRecord record : records) {
            Decision decision = decision(record, order);
            decisions.add(decision);
            decision.match(
                    sent -> order.goes(DueRecord.reported(sent)),
                    held -> LastGate.GIVEN_UP.is(held.stop())
                            ? order
                            : order.stays(record.likely(), held.stop().turn()),
                    excluded -> order.stays(record.likely(), Turn.DELIVER),
                    rejected -> order.stays(record.likely(), Turn.DELIVER));
        }
        return decisions;
    }

    private Decision decision(DueRecord record, Precedence order) {
        Optional<GateResult> stop = stops.apply(record);
        if (stop.isPresent()) {
            return record.held(stop.get());
        }
        Decision decision = gates.checked(record, order.all());
        if (decision instanceof Decision.Report) {
            return order.needed(record)
                    .<Decision>map(earlier -> record.held(LastGate.ORDER.holds(
                            Sentence.EARLIER_NOT_LOADED.of(), named(earlier.reported()), earlier.turn())))
                    .orElse(decision);
        }
        return decision;
    }

    /** {@code 210/30 of 2026-03-31}, {@code 212/H of 2026-03-31}: which record is waited for. */
    private static String named(Reported reported) {
        String code = reported.code() == null ? "" : "/" + reported.code();
        return Sentence.RECORD.of(reported.kind() + code, reported.reportedOn());
    }
}
