package io.arrears.report;

import io.arrears.Sha256;
import io.arrears.audit.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the night was made from and what it made: files and feeds with their digests, the policy in words, versions. */
final class Provenance {

    /** Keys of a lender file that say who is contacted. */
    private static final Set<String> CONTACTS = Set.of("ladder", "law-file", "tighten");

    private static final int SHOWN = 16;

    private Provenance() {}

    static void files(View view, List<String> names, Html page) throws IOException {
        Html rows = new Html();
        for (String name : names) {
            Path file = view.night().folder().resolve(name);
            row(view, rows, name, Files.size(file), Sha256.of(file));
        }
        table(page, view.word("files.caption"), columns(view, view.word("files.file")), rows);
        page.element("p", view.word("files.note"), "class", "note");
    }

    static void inputs(View view, Html page) {
        if (view.night().inputs().isEmpty()) {
            page.element("p", view.word("inputs.none"), "class", "note");
            return;
        }
        Html rows = new Html();
        for (Manifest.Input input : view.night().inputs()) {
            rows.open("tr")
                    .element("th", input.feed(), "scope", "row")
                    .element("td", Words.count(input.importId()), "class", "n")
                    .element("td", Words.count(input.rows()), "class", "n")
                    .element("td", Words.count(input.rejected()), "class", "n");
            digest(view, rows, input.feed(), input.sha256());
        }
        table(
                page,
                view.word("inputs.caption"),
                List.of(
                        view.word("inputs.feed"),
                        view.word("inputs.import"),
                        view.word("inputs.rows"),
                        view.word("inputs.rejected"),
                        view.word("files.sha256")),
                rows);
    }

    private static List<String> columns(View view, String first) {
        return List.of(first, view.word("files.bytes"), view.word("files.sha256"));
    }

    private static void row(View view, Html rows, String name, long bytes, String sha256) {
        rows.open("tr").element("th", name, "scope", "row").element("td", Words.count(bytes), "class", "n");
        digest(view, rows, name, sha256);
    }

    /** The digest's beginning and a button that copies all of it; the whole stands in the page for printing, too. */
    private static void digest(View view, Html rows, String name, String sha256) {
        rows.open("td", "class", "digest")
                .open("code", "title", sha256)
                .text(sha256.substring(0, SHOWN))
                .open("span", "class", "rest")
                .text(sha256.substring(SHOWN))
                .close("span")
                .close("code")
                .text(" ")
                .open("button", "type", "button", "data-copy", sha256, "aria-label", view.word("files.copy.of", name))
                .text(view.word("files.copy"))
                .close("button")
                .close("td")
                .close("tr")
                .line();
    }

    private static void table(Html page, String caption, List<String> columns, Html rows) {
        Table table = new Table(caption, columns).words(columns.size() - 1);
        table.rows(rows);
        table.into(page);
    }

    static void policy(View view, Html page) {
        Map<String, String> settings = new TreeMap<>();
        Map<String, String> bureaus = new TreeMap<>();
        Map<String, String> contacts = new TreeMap<>();
        JsonMapper.shared()
                .readTree(view.night().run().lender().text())
                .properties()
                .forEach(key -> {
                    if (key.getKey().startsWith("bureau-") || key.getKey().equals("furnish")) {
                        flatten(key.getKey(), key.getValue(), bureaus);
                    } else if (CONTACTS.contains(key.getKey())
                            && !key.getValue().isEmpty()) {
                        flatten(key.getKey(), key.getValue(), contacts);
                    } else {
                        settings.put(key.getKey(), inline(view, key.getKey(), key.getValue()));
                    }
                });
        page.open("p").text(view.word("policy.digest") + " ");
        page.element("code", view.night().run().lender().digest(), "class", "whole")
                .close("p")
                .line();
        Table table = new Table(
                        view.word("policy.caption"),
                        List.of(view.word("policy.key"), view.word("policy.value"), view.word("policy.meaning")))
                .words(1, 2);
        settings.forEach((key, value) ->
                table.row(List.of(key, value, view.words().or("policy.of.", key)), List.of("long", "long")));
        table.into(page);
        folded(view, page, "policy.bureaus", bureaus);
        folded(view, page, "policy.contacts", contacts);
    }

    private static void folded(View view, Html page, String title, Map<String, String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Table table = new Table(view.word(title), List.of(view.word("policy.key"), view.word("policy.value"))).words(1);
        keys.forEach((key, value) -> table.row(List.of(key, value), List.of("long")));
        page.open("details").element("summary", view.word(title));
        table.into(page);
        page.close("details").line();
    }

    private static String inline(View view, String key, JsonNode value) {
        if (key.equals("calendar-days")) {
            return view.word("policy.days", value.asString().lines().count() - 1);
        } else if (value.isObject()) {
            return value.isEmpty()
                    ? view.word("policy.empty")
                    : value.properties().stream()
                            .map(entry ->
                                    entry.getKey() + ": " + entry.getValue().asString())
                            .collect(Collectors.joining("; "));
        } else if (value.isArray()) {
            return value.isEmpty() ? view.word("policy.empty") : list(value);
        }
        return value.asString();
    }

    private static String list(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static void flatten(String key, JsonNode value, Map<String, String> into) {
        if (value.isObject()) {
            value.properties().forEach(entry -> flatten(key + "." + entry.getKey(), entry.getValue(), into));
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
            for (int i = 0; i < value.size(); i++) {
                flatten(key + String.format(Locale.ROOT, "[%02d]", i + 1), value.get(i), into);
            }
        } else {
            into.put(key, value.isArray() ? list(value) : value.asString());
        }
    }

    static void versions(View view, Html page) {
        Night night = view.night();
        Table table = new Table(
                        view.word("versions.caption"), List.of(view.word("versions.what"), view.word("policy.value")))
                .words(1);
        table.row(List.of(view.word("versions.run"), Long.toString(night.run().id())));
        table.row(List.of(view.word("versions.cutoff"), night.run().cutoff().toString()));
        table.row(List.of(
                view.word("versions.generated"), night.run().generatedAt().toString()));
        table.row(List.of(view.word("versions.engine"), night.run().engineVersion()));
        table.row(List.of(view.word("versions.program"), night.program()));
        table.row(List.of(
                view.word("versions.assessed"), view.word(night.run().full() ? "versions.full" : "versions.touched")));
        table.row(List.of(
                view.word("versions.restarts"), Integer.toString(night.run().restarts())));
        String previous = night.previous();
        table.row(List.of(view.word("versions.previous"), previous == null ? view.word("versions.none") : previous));
        table.into(page);
    }
}
