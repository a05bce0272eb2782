package io.arrears.publish;

import io.arrears.ladder.AccountWorklist;
import io.arrears.ladder.Line;
import io.arrears.ladder.NotContacted;
import java.util.List;

/**
 * What a partition writes of a ladder, in key order of its accounts: each line behind the person that it would reach and its place
 * in the list, by which it is sorted once all are there.
 */
public final class WorklistParts {

    /** The part of what may be lines of worklist.csv. */
    public static final String LINES = "worklist";

    /** The part of what is withheld. */
    public static final String WITHHELD = "withheld";

    /** Between the keys of a line: less than whatever stands in one, so that a key's end sorts before its continuation. */
    static final char KEY_END = '\u0001';

    /** Behind the person and the channel. */
    static final char PERSON_END = '\u0003';

    /** Before the line itself. */
    static final char TEXT = '\u0002';

    private WorklistParts() {}

    /** The lines of an account for the part of this name. */
    public static String text(String part, AccountWorklist worklist) {
        StringBuilder text = new StringBuilder();
        if (part.equals(LINES)) {
            worklist.lines().forEach(line -> text.append(person(line))
                    .append(PERSON_END)
                    .append(place(line))
                    .append(TEXT)
                    .append(unended(WorklistCsv.line(line)))
                    .append('\n'));
        } else {
            worklist.withheld().forEach(not -> text.append(place(not))
                    .append(TEXT)
                    .append(unended(WorklistCsv.line(not)))
                    .append('\n'));
        }
        return text.toString();
    }

    private static String unended(String line) {
        return line.substring(0, line.length() - 2);
    }

    /** One of these carries the person (L7); a channel that is an account's own carries itself. */
    private static String person(Line line) {
        String whom = line.channel().isAccounts()
                ? line.account()
                        + KEY_END
                        + line.reachable().type()
                        + KEY_END
                        + line.reachable().id()
                : line.reachable().person();
        return whom + KEY_END + line.channel();
    }

    /** Stage from last to first, currency, overdue descending, account, party, party's id, channel; those to contacts last (L12, L28). */
    private static String place(Line line) {
        String account = line.account();
        String before = line.isLocate()
                ? "1" + KEY_END
                : String.join(
                        String.valueOf(KEY_END),
                        "0",
                        number(9999L - line.order()),
                        line.figures().standing().currency().getCurrencyCode(),
                        number(Long.MAX_VALUE - line.figures().overdue().total()),
                        "");
        return before
                + account
                + KEY_END
                + line.reachable().type().ordinal()
                + KEY_END
                + line.reachable().id()
                + KEY_END
                + line.channel().ordinal();
    }

    private static String place(NotContacted not) {
        return String.join(
                String.valueOf(KEY_END),
                List.of(
                        not.account(),
                        not.party() == null ? "" : String.valueOf(not.party().ordinal()),
                        not.partyId() == null ? "" : not.partyId(),
                        not.channel() == null
                                ? ""
                                : String.valueOf(not.channel().ordinal())));
    }

    /** The same for a line that another account carries. */
    static String place(String account, int party, String partyId, int channel) {
        return account + KEY_END + party + KEY_END + partyId + KEY_END + channel;
    }

    private static String number(long value) {
        String digits = Long.toString(value);
        return "0".repeat(19 - digits.length()) + digits;
    }
}
