package io.arrears.report;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.stage.Stage;
import io.arrears.lender.ContactPolicy;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the night's ladder comes to: lines and what is withheld, by stage, channel and rule; nothing of anybody. */
final class Contacts {

    /** Between a rule, its instrument and its clause. */
    static final String BETWEEN = "|";

    /** What stands for the stage of a line that tells nothing of the debt. */
    private static final String LOCATE = "LOCATE";

    private Contacts() {}

    static void into(View view, ContactPolicy policy, Html page) {
        Figures tonight = view.tonight();
        if (tonight.of(Section.WORKLIST_STAGES).isEmpty()
                && tonight.of(Section.WITHHELD_STAGES).isEmpty()) {
            page.element("p", view.word("contacts.none"), "class", "note");
            return;
        }
        Table stages = lists(view, "contacts.stages", "contacts.stage");
        Stream.concat(policy.ladder().stages().stream().map(Stage::name), Stream.of(LOCATE, ""))
                .forEach(stage -> row(
                        stages,
                        stage.isEmpty()
                                ? view.word("contacts.below")
                                : view.words().or("stage.", stage),
                        tonight.count(Section.WORKLIST_STAGES, stage),
                        tonight.count(Section.WITHHELD_STAGES, stage)));
        stages.into(page);
        Table channels = lists(view, "contacts.channels", "contacts.channel");
        Stream.of(Channel.values())
                .map(Channel::name)
                .forEach(channel -> row(
                        channels,
                        view.words().or("channel.", channel),
                        tonight.count(Section.WORKLIST_CHANNELS, channel),
                        tonight.count(Section.WITHHELD_CHANNELS, channel)));
        channels.into(page);
        rules(view, tonight.of(Section.WITHHELD_RULES), page);
    }

    private static Table lists(View view, String caption, String of) {
        return new Table(
                view.word(caption),
                List.of(view.word(of), view.word("contacts.lines"), view.word("contacts.withheld")));
    }

    private static void row(Table table, String name, long lines, long withheld) {
        if (lines > 0 || withheld > 0) {
            table.row(List.of(name, Words.count(lines), Words.count(withheld)));
        }
    }

    /** The most first, so that what keeps people from being contacted is seen. */
    private static void rules(View view, Map<String, String> rules, Html page) {
        if (rules.isEmpty()) {
            return;
        }
        Table table = new Table(
                        view.word("contacts.rules"),
                        List.of(
                                view.word("contacts.rule"),
                                view.word("contacts.withheld"),
                                view.word("gates.before"),
                                view.word("contacts.instrument"),
                                view.word("contacts.clause")))
                .words(3, 4);
        rules.keySet().stream()
                .sorted((a, b) -> Long.compare(
                        view.tonight().count(Section.WITHHELD_RULES, b),
                        view.tonight().count(Section.WITHHELD_RULES, a)))
                .forEach(key -> {
                    String[] rule = key.split(Pattern.quote(BETWEEN), 3);
                    Figures before = view.before();
                    table.row(List.of(
                            view.words().or("withheld.", rule[0]),
                            Words.count(view.tonight().count(Section.WITHHELD_RULES, key)),
                            before == null ? "–" : Words.count(before.count(Section.WITHHELD_RULES, key)),
                            view.words().or("instrument.", rule[1]),
                            rule[2]));
                });
        table.into(page);
    }
}
