package io.arrears.call;

import io.arrears.call.DayLog.Attempt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is one person over several accounts, as far as the two lists tell: the same borrower's id, or withheld as SAME_PERSON. */
final class People {

    private static final String SAME = "SAME_PERSON";

    private final NightLists lists;
    private final String account;
    private final Map<String, List<CsvRow>> rows = new HashMap<>();

    /** @param account the one that is asked about */
    People(NightLists lists, String account) {
        this.lists = lists;
        this.account = account;
    }

    /** Whether an attempt was made for a person of the account that is asked about. */
    boolean isFor(Attempt attempt, String person) throws IOException {
        if (attempt.isContact()) {
            return attempt.whom().equals(person);
        }
        String whom = attempt.whom().isEmpty() ? borrower(attempt.account()) : attempt.whom();
        return whom.equals(person)
                || isSame(attempt.account(), whom, account, person)
                || isSame(account, person, attempt.account(), whom);
    }

    private String borrower(String of) throws IOException {
        List<CsvRow> known = rows(of);
        return known.isEmpty() ? "" : known.get(0).get("borrower_id");
    }

    /** Whether a person's line on one account is carried by another on which he has one: under that id, or under another of his. */
    private boolean isSame(String of, String whom, String carrier, String carried) throws IOException {
        if (of.equals(carrier)) {
            return false;
        }
        for (CsvRow row : rows(of)) {
            boolean isCarried = row.columns().contains("rule")
                    && row.get("rule").equals(SAME)
                    && row.get("party_id").equals(whom)
                    && row.get("evidence").equals(carrier);
            if (isCarried && !isContact(carrier, carried)) {
                return true;
            }
        }
        return false;
    }

    private boolean isContact(String of, String person) throws IOException {
        for (CsvRow row : rows(of)) {
            if (row.get("party_id").equals(person) && !row.get("party").equals("CONTACT")) {
                return false;
            }
        }
        return true;
    }

    private List<CsvRow> rows(String of) throws IOException {
        List<CsvRow> known = rows.get(of);
        if (known == null) {
            known = new ArrayList<>(lists.lines(of));
            known.addAll(lists.withheld(of));
            rows.put(of, known);
        }
        return known;
    }
}
