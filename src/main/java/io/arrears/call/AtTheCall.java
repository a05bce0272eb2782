package io.arrears.call;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.call.Answer.May;
import io.arrears.call.Answer.MayNot;
import io.arrears.call.DayLog.Attempt;
import io.arrears.call.SortedCsv.Broken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether a person may be contacted at this moment, from the newest published lists of a lender and what came since (L1, L2,
 * L16). What cannot be read may not be: no file that is missing or changed lets anybody be called.
 */
public final class AtTheCall {

    private static final String KEY = "worklist";

    private final Path out;

    /**
     * Asks of the nights of one lender.
     *
     * @param out the lender's published folders, {@code out/<lender>}
     */
    public AtTheCall(Path out) {
        this.out = out;
    }

    /**
     * Answers a question.
     *
     * @throws Refused (2) when nothing is published for the lender, or the log cannot be understood
     */
    public Answer answer(Question question) {
        List<Attempt> log = DayLog.read(question.attempts());
        try {
            PublishedNight night = PublishedNight.newest(out);
            if (night == null) {
                throw new Refused(
                        ExitCode.USAGE,
                        "--lender: nothing of this lender is published in " + out
                                + "; is it spelt so, and ARREARS_HOME set?");
            }
            if (question.night() != null && !question.night().equals(night.name())) {
                return MayNot.policy("STALE", KEY, "the newest list is that of " + night.name(), "");
            }
            if (!night.has(NightLists.WORKLIST)) {
                return MayNot.policy("NO_LIST", KEY, "the night " + night.name() + " published no list", "");
            }
            try (NightLists lists = NightLists.open(night)) {
                return answer(question, night, lists, log);
            }
        } catch (Broken e) {
            return MayNot.policy("LIST_CHANGED", KEY, String.valueOf(e.getMessage()), "");
        } catch (IOException e) {
            return MayNot.policy("UNREADABLE", KEY, out + " cannot be read", "");
        }
    }

    private Answer answer(Question question, PublishedNight night, NightLists lists, List<Attempt> log)
            throws IOException {
        CsvRow line = asked(lists.lines(question.account()), question);
        if (line == null) {
            return unlisted(question, lists);
        }
        OffsetDateTime from = line.instant("not_before");
        LocalDate day = from.toLocalDate();
        Since.Line reached = new Since.Line(
                question.account(),
                line.get("borrower_id"),
                line.get("party"),
                question.party(),
                question.channel(),
                day);
        MayNot hours = hours(question, line, lists.limits());
        MayNot since = since(night, reached);
        if (since != null) {
            return since;
        }
        if (hours != null && hours.rule().equals("STALE")) {
            return hours;
        }
        List<Attempt> after = new ArrayList<>();
        for (Attempt attempt : log) {
            if (attempt.contacted().on(from.getOffset()).isAfter(night.asOf())) {
                after.add(attempt);
            }
        }
        DayUse use =
                new DayUse(reached, from.getOffset(), after, new People(lists, question.account()), lists.limits());
        Map<String, Integer> left = use.left(line.get("left"));
        MayNot used = use.usedUp(left);
        if (used != null) {
            return used;
        }
        if (hours != null) {
            return hours;
        }
        List<String> units = new ArrayList<>();
        for (Map.Entry<String, Integer> unit : left.entrySet()) {
            units.add(unit.getKey() + "=" + unit.getValue());
        }
        return new May(line.get("not_after"), line.get("template"), line.get("content"), String.join(";", units));
    }

    private static @Nullable CsvRow asked(List<CsvRow> rows, Question question) throws IOException {
        for (CsvRow row : rows) {
            if (row.get("party_id").equals(question.party())
                    && row.get("channel").equals(question.channel().name())) {
                return row;
            }
        }
        return null;
    }

    private @Nullable MayNot since(PublishedNight night, Since.Line line) throws IOException {
        try (Since since = Since.after(out, night.cutoff())) {
            return since.withheld(line);
        } catch (Broken e) {
            return MayNot.policy("SINCE", Since.FILE, String.valueOf(e.getMessage()), "");
        }
    }

    private static MayNot unlisted(Question question, NightLists lists) throws IOException {
        List<CsvRow> rows = lists.withheld(question.account());
        CsvRow withheld = asked(rows, question);
        for (CsvRow row : rows) {
            withheld = withheld == null && row.get("party_id").isEmpty() ? row : withheld;
        }
        if (withheld != null) {
            return new MayNot(
                    withheld.get("rule"),
                    withheld.get("instrument"),
                    withheld.get("clause"),
                    withheld.get("evidence"),
                    withheld.get("until"));
        }
        boolean isKnown = !rows.isEmpty() || !lists.lines(question.account()).isEmpty();
        String why = isKnown ? "has no line for this party by this channel" : "stands in neither list";
        return MayNot.policy("NOT_LISTED", KEY, "the account " + why, "");
    }

    /** Why it is not the time; none if it is. Whole seconds count: 21:59:59.9 is before 22:00:00 (L14). */
    private static @Nullable MayNot hours(Question question, CsvRow line, Limits limits) throws IOException {
        OffsetDateTime from = line.instant("not_before");
        OffsetDateTime to = line.instant("not_after");
        OffsetDateTime at = question.at().withOffsetSameInstant(from.getOffset());
        if (!at.isBefore(from) && at.isBefore(to)) {
            return null;
        }
        if (!at.isBefore(to) && at.toLocalDate().isAfter(from.toLocalDate())) {
            return MayNot.policy("STALE", KEY, "the day of the line was over at " + line.get("not_after"), "");
        }
        String hours = "from " + line.get("not_before") + " to " + line.get("not_after");
        String until = at.isBefore(from) ? line.get("not_before") : "";
        CsvRow window = limits.window(
                question.channel().name(),
                from.toLocalTime().toString(),
                to.toLocalTime().toString());
        return window == null ? MayNot.policy("HOURS", "contact-terms", hours, until) : Limits.by(window, hours, until);
    }
}
