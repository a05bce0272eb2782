package io.arrears.call;

import io.arrears.call.Answer.MayNot;
import io.arrears.call.DayLog.Attempt;
import io.arrears.call.SortedCsv.Broken;
import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.Outcome;
import io.arrears.ladder.law.Unit;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the day's own log leaves of a line.
 *
 * <p>Example: the night left {@code DIAL_UNANSWERED=6}, and the log has six unanswered calls to the person: the seventh may not be.
 */
final class DayUse {

    private static final String CONTACTS = "contacts";

    private final Since.Line line;
    private final ZoneOffset offset;
    private static final Set<String> UNITS =
            Arrays.stream(Unit.values()).map(Unit::name).collect(Collectors.toUnmodifiableSet());

    private final List<Attempt> log;
    private final People people;
    private final Limits limits;

    /** @param log what was done after the night's day */
    DayUse(Since.Line line, ZoneOffset offset, List<Attempt> log, People people, Limits limits) {
        this.line = line;
        this.offset = offset;
        this.log = log;
        this.people = people;
        this.limits = limits;
    }

    /** What is left of each unit, of which a line's text has what the night left. */
    Map<String, Integer> left(String text) throws IOException {
        List<Attempt> own = touching(line.partyId());
        Map<String, Integer> left = new LinkedHashMap<>();
        for (String unit : text.isEmpty() ? new String[0] : text.split(";")) {
            String[] counted = unit.split("=", -1);
            if (counted.length != 2 || !counted[1].matches("-?[0-9]{1,9}") || !UNITS.contains(counted[0])) {
                throw new Broken(NightLists.WORKLIST + " has a left that is no count of units");
            }
            left.put(counted[0], Integer.valueOf(counted[1]));
        }
        for (Map.Entry<String, Integer> unit : left.entrySet()) {
            Unit counted = Unit.valueOf(unit.getKey());
            for (Attempt attempt : own) {
                if (counted.counts(attempt.contacted())) {
                    unit.setValue(unit.getValue() - 1);
                }
            }
        }
        return left;
    }

    /** Why the log leaves nothing; none if it does. */
    @Nullable
    MayNot usedUp(Map<String, Integer> left) throws IOException {
        for (Map.Entry<String, Integer> unit : left.entrySet()) {
            if (unit.getValue() <= 0) {
                return usedUp(unit.getKey());
            }
        }
        MayNot resting = resting();
        if (resting != null) {
            return resting;
        }
        return line.isContact() ? contact() : invalidNumber();
    }

    private MayNot usedUp(String unit) throws IOException {
        String evidence = "nothing of " + unit + " is left after the day's log";
        String until = line.day().plusDays(1).toString();
        CsvRow limit = limits.count(unit, line.party());
        return limit == null
                ? MayNot.policy(unit, "left", evidence, until)
                : Limits.by(limit, evidence, limit.get("days").equals("0") ? "" : until);
    }

    private @Nullable MayNot resting() throws IOException {
        if (!line.channel().isCall()) {
            return null;
        }
        for (CsvRow limit : limits.all("COOL_OFF")) {
            for (Attempt attempt : touching(line.partyId())) {
                Contacted contacted = attempt.contacted();
                LocalDate end = contacted.on(offset).plusDays(limit.number("days"));
                if (contacted.isCall()
                        && contacted.outcome().mayBeConversation()
                        && line.day().isBefore(end)) {
                    return Limits.by(limit, contacted.id(), end.toString());
                }
            }
        }
        return null;
    }

    private @Nullable MayNot invalidNumber() throws IOException {
        Contacted last = null;
        for (Attempt attempt : touching(line.partyId())) {
            Contacted contacted = attempt.contacted();
            boolean isLater = last == null || Contacted.ORDER.compare(contacted, last) > 0;
            last = contacted.isCall() && isLater ? contacted : last;
        }
        return last != null
                        && last.outcome() == Outcome.INVALID_NUMBER
                        && line.channel().needsPhone()
                ? MayNot.policy("INVALID_NUMBER", "phones", last.id(), "")
                : null;
    }

    /** One contact a day, each reached once, none that objected, and none once the debtor was reached (L10, L11, L17). */
    private @Nullable MayNot contact() throws IOException {
        for (Attempt attempt : log) {
            Contacted contacted = attempt.contacted();
            boolean isThis = attempt.whom().equals(line.partyId());
            if (isThis && contacted.outcome().isRefusal()) {
                return MayNot.policy("OBJECTED", CONTACTS, contacted.id(), "");
            }
            if (isThis && contacted.isAsked()) {
                return MayNot.policy("ALREADY_ASKED", CONTACTS, contacted.id(), "");
            }
            if (!isThis
                    && attempt.isContact()
                    && !contacted.isIncoming()
                    && contacted.account().equals(line.account())) {
                String until = line.day().plusDays(1).toString();
                return MayNot.policy("ONE_CONTACT_A_DAY", CONTACTS, attempt.whom(), until);
            }
        }
        for (Attempt attempt : touching(line.borrower())) {
            Contacted contacted = attempt.contacted();
            if (contacted.isIncoming() || contacted.isAsked()) {
                List<CsvRow> sequence = limits.all("SEQUENCE");
                return sequence.isEmpty()
                        ? MayNot.policy("NO_THIRD_PERSONS", CONTACTS, contacted.id(), "")
                        : Limits.by(sequence.get(0), contacted.id(), "");
            }
        }
        return invalidNumber();
    }

    /** Those that were made for a person, or on a number that he was reached on. */
    private List<Attempt> touching(String person) throws IOException {
        List<Attempt> found = new ArrayList<>();
        Set<String> handles = new HashSet<>();
        for (Attempt attempt : log) {
            String handle = attempt.contacted().handle();
            if (people.isFor(attempt, person) && handle != null) {
                handles.add(handle);
            }
        }
        for (Attempt attempt : log) {
            String handle = attempt.contacted().handle();
            if (people.isFor(attempt, person) || (handle != null && handles.contains(handle))) {
                found.add(attempt);
            }
        }
        return found;
    }
}
