package io.arrears.report;

import io.arrears.furnish.WaitingFiles;
import io.arrears.publish.FurnishCsv;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What waits for whom: records at the gates, answers of bureaus, records refused by rule, and what is to be done by a day. */
final class Gates {

    private Gates() {}

    static void held(View view, Html page) {
        Figures tonight = view.tonight();
        if (tonight.of(Section.HELD).isEmpty() && tonight.of(Section.EXCLUDED).isEmpty()) {
            page.element("p", view.word("gates.none"), "class", "note");
        }
        if (!tonight.of(Section.HELD).isEmpty()) {
            Table held = new Table(
                            view.word("gates.held"),
                            List.of(
                                    view.word("gates.gate"),
                                    view.word("gates.records"),
                                    view.word("gates.before"),
                                    view.word("gates.oldest"),
                                    view.word("gates.alarms"),
                                    view.word("gates.turn")))
                    .words(5);
            tonight.of(Section.HELD)
                    .keySet()
                    .forEach(gate -> held.row(List.of(
                            gate(view, gate),
                            Words.count(tonight.count(Section.HELD, gate)),
                            before(view, Section.HELD, gate),
                            Words.count(tonight.count(Section.HELD_OLDEST, gate)),
                            Words.count(tonight.count(Section.HELD_ALARMS, gate)),
                            turns(view, gate))));
            held.into(page);
        }
        if (!tonight.of(Section.EXCLUDED).isEmpty()) {
            Table excluded =
                    new Table(view.word("gates.excluded"), List.of(view.word("gates.gate"), view.word("accounts")));
            tonight.of(Section.EXCLUDED)
                    .forEach((gate, accounts) ->
                            excluded.row(List.of(gate(view, gate), Words.count(Long.parseLong(accounts)))));
            excluded.into(page);
        }
    }

    /** {@code the bureau 2, people 1}. */
    private static String turns(View view, String gate) {
        return view.tonight().of(Section.HELD_TURNS).entrySet().stream()
                .filter(turn -> turn.getKey().startsWith(gate + " "))
                .map(turn -> view.word("turn." + turn.getKey().substring(gate.length() + 1)) + " "
                        + Words.count(Long.parseLong(turn.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String before(View view, Section section, String key) {
        Figures before = view.before();
        return before == null ? "–" : Words.count(before.count(section, key));
    }

    private static String gate(View view, String gate) {
        return view.words().or("gate.", gate);
    }

    static void answers(View view, Html page) {
        List<WaitingFiles> waiting = view.night().waiting();
        if (waiting.isEmpty()) {
            page.element("p", view.word("answers.none"), "class", "note");
            return;
        }
        Table table = new Table(
                        view.word("answers.caption"),
                        List.of(
                                view.word("answers.bureau"),
                                view.word("answers.state"),
                                view.word("answers.files"),
                                view.word("gates.records"),
                                view.word("answers.since")))
                .words(1);
        waiting.forEach(files -> table.row(List.of(
                files.bureau(),
                view.words().or("state.", files.state()),
                Words.count(files.files()),
                Words.count(files.records()),
                files.since().toString())));
        table.into(page);
    }

    static void rejects(View view, Html page) throws IOException {
        Figures tonight = view.tonight();
        if (tonight.of(Section.REJECTED).isEmpty()) {
            page.element("p", view.word("rejects.none"), "class", "note");
        } else {
            Map<String, String> reasons = new HashMap<>();
            CsvRows.each(
                    view.night().folder().resolve(FurnishCsv.REJECTED.file()),
                    row -> reasons.putIfAbsent(row.get("bureau") + " " + row.get("rule"), row.get("reason")));
            Table rules = new Table(
                            view.word("rejects.caption"),
                            List.of(view.word("rejects.rule"), view.word("rejects.reason"), view.word("gates.records")))
                    .words(1);
            tonight.of(Section.REJECTED)
                    .forEach((rule, records) -> rules.row(
                            List.of(rule, reasons.getOrDefault(rule, ""), Words.count(Long.parseLong(records))),
                            List.of("long")));
            rules.into(page);
        }
        if (!tonight.of(Section.REVIEW).isEmpty()) {
            Table review = new Table(
                    view.word("review.caption"),
                    List.of(
                            view.word("review.code"),
                            view.word("review.facts"),
                            view.word("gates.before"),
                            view.word("review.accepted")));
            tonight.of(Section.REVIEW)
                    .forEach((code, facts) -> review.row(List.of(
                            view.words().or("review.", code),
                            Words.count(Long.parseLong(facts)),
                            before(view, Section.REVIEW, code),
                            Words.count(tonight.count(Section.REVIEW_ACCEPTED, code)))));
            review.into(page);
        }
    }

    static void toDo(View view, Html page) {
        if (view.tonight().of(Section.TO_DO).isEmpty()) {
            page.element("p", view.word("todo.none"), "class", "note");
            return;
        }
        Table table = new Table(view.word("todo.caption"), List.of(view.word("todo.list"), view.word("todo.rows")));
        view.tonight()
                .of(Section.TO_DO)
                .forEach((file, rows) ->
                        table.row(List.of(view.words().or("list.", file), Words.count(Long.parseLong(rows)))));
        table.into(page);
    }
}
