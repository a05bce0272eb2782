package io.arrears.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A lender's published lists as a night writes them, without a database. */
final class PublishedLists {

    static final String WORKLIST =
            "account_id,borrower_id,stage,stage_since,skipped,dpd,overdue_total,currency,party,party_id,channel,template,content,"
                    + "not_before,not_after,valid_until,left,offers,decided_by,next_stage,next_stage_on";
    static final String WITHHELD =
            "account_id,borrower_id,stage,party,party_id,channel,rule,instrument,clause,evidence,until";
    static final String SINCE = "account_id,borrower_id,contact_id,channel,kind,from_on,to_on,known_at";
    static final String CUTOFF = "2026-10-20T18:00:00Z";
    private static final List<String> LIMITS = List.of(
            "kind,unit,rule,instrument,clause,days,at_most,parties,channels,from,to",
            "COOL_OFF,,AFTER_TALK,Reg F,14(b)(2),7,,,,,",
            "COUNT,CALL_CONNECTED,CALLS_A_DAY,GB/T 45251-2025,calls,1,3,BORROWER;CO_BORROWER;GUARANTOR,,,",
            "COUNT,DIAL_UNANSWERED,DIALS_A_HANDLE,guide,dials,1,6,BORROWER;CONTACT;GUARANTOR,,,",
            "COUNT,PERSON_REACHED,ASKED_ONCE,Reg F,10(c),0,1,CONTACT,,,",
            "SEQUENCE,,THIRD_PERSONS,guide,third persons,,,,,,",
            "WINDOW,,QUIET,guide,hours,,,,CALL;SMS,08:00,22:00");

    private final Path out;
    private final List<String> worklist = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();
    private boolean coolOff;

    PublishedLists(Path out) {
        this.out = out;
    }

    /** {@code A P1 BORROWER P1 CALL CALL_CONNECTED=3}, on 21 October from 08:00 to 22:00 in Shanghai. */
    PublishedLists line(String account, String borrower, String party, String id, String channel, String left) {
        worklist.add(String.join(
                ",",
                quoted(account),
                borrower + ",MIDDLE,2026-10-17,,10,1010.00,CNY",
                party,
                id,
                channel,
                "talk,FULL,2026-10-21T08:00:00+08:00,2026-10-21T22:00:00+08:00,2026-10-21T22:00:00+08:00",
                left,
                ",ladder.MIDDLE,,"));
        return this;
    }

    /** {@code B P2 BORROWER P2 CALL SAME_PERSON A}. */
    PublishedLists withheld(String account, String borrower, String party, String id, String channel, String rule) {
        String[] why = rule.split(" ");
        withheld.add(String.join(
                ",",
                quoted(account),
                borrower,
                "MIDDLE",
                party,
                id,
                channel,
                why[0],
                "policy,same-person",
                why[1],
                "2026-10-22"));
        return this;
    }

    /** Under a law with a rest after a conversation. */
    PublishedLists resting() {
        coolOff = true;
        return this;
    }

    static String quoted(String id) {
        return id.matches("[A-Za-z0-9]+") ? id : '"' + id.replace("\"", "\"\"") + '"';
    }

    PublishedLists since(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(SINCE, ",,,,NIGHT,,," + CUTOFF));
        lines.addAll(Arrays.asList(rows));
        Files.createDirectories(out);
        Files.write(out.resolve("since.csv"), text(lines));
        return this;
    }

    /** Publishes what was added as the night of this name, with its manifest; returns its folder. */
    Path publish(String night) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        files.put("worklist.csv", listed(WORKLIST, worklist));
        files.put("withheld.csv", listed(WITHHELD, withheld));
        files.put("worklist-index.csv", index());
        files.put(
                "worklist-limits.csv",
                LIMITS.stream()
                        .filter(line -> coolOff || !line.startsWith("COOL_OFF"))
                        .toList());
        return publish(night, files);
    }

    Path publish(String night, Map<String, List<String>> files) throws IOException {
        Path folder = Files.createDirectories(out.resolve(night));
        List<String> entries = new ArrayList<>();
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            byte[] bytes = text(file.getValue());
            Files.write(folder.resolve(file.getKey()), bytes);
            entries.add("{ \"bytes\" : " + bytes.length + ", \"name\" : \"" + file.getKey() + "\", \"totals\" : { } }");
        }
        Files.writeString(
                folder.resolve("manifest.json"),
                "{ \"format\" : 1, \"lender\" : \"harbour\", \"asOf\" : \"" + night.substring(0, 10)
                        + "\", \"full\" : true,\n"
                        + "\"cutoff\" : \"" + CUTOFF + "\", \"files\" : [ "
                        + String.join(",\n ", entries) + " ] }\n");
        return folder;
    }

    private static List<String> listed(String header, Collection<String> lines) {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return all;
    }

    private List<String> index() {
        TreeMap<String, String> index = new TreeMap<>();
        int at = WORKLIST.length() + 2;
        for (String line : worklist) {
            int bytes = line.getBytes(StandardCharsets.UTF_8).length + 2;
            String account = CsvText.cells(line).get(0);
            index.put(account + '\u0001' + index.size(), quoted(account) + "," + at + "," + bytes);
            at += bytes;
        }
        return listed("account_id,first_byte,bytes", index.values());
    }

    private static byte[] text(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }
}
