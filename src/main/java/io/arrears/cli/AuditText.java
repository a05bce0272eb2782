package io.arrears.cli;

import io.arrears.audit.AuditEvent;
import io.arrears.money.Money;
import io.arrears.ops.Lineage.History;
import io.arrears.ops.Lineage.Line;
import io.arrears.ops.Lineage.Traced;
import io.arrears.store.bureau.LineageStore.Furnished;
import io.arrears.store.bureau.LineageStore.Span;
import io.arrears.store.bureau.SubmissionStore.Filed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Audit events and lineage for people. */
final class AuditText {

    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final List<String> FIRST = List.of("what", "at", "by", "host", "on");
    private static final String PERSONAL = "digest."; // of a section with personal data, which stays in the database
    private static final int DIGEST = 64;
    private static final int DIGEST_SHOWN = 12;

    private AuditText() {}

    /** An event in a line: its number, when, who, what, on what, and what more it says; zeros are left out. */
    static void print(AuditEvent event, PrintWriter out) {
        Map<String, Object> fields = JsonMapper.shared().readValue(event.json(), FIELDS);
        String more = fields.entrySet().stream()
                .filter(field -> !FIRST.contains(field.getKey()))
                .map(field -> field.getKey() + " " + text(field.getValue()))
                .collect(Collectors.joining("; "));
        out.printf(
                Locale.ROOT,
                "%6d  %-27s  %s@%s  %s%s%s%n",
                event.number(),
                fields.get("at"),
                fields.get("by"),
                fields.get("host"),
                fields.get("what"),
                fields.containsKey("on") ? ": " + fields.get("on") : "",
                more.isEmpty() ? "" : "; " + more);
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> fields) {
            String said = fields.entrySet().stream()
                    .filter(field -> !text(field.getValue()).matches("0|none"))
                    .map(field -> field.getKey() + " " + text(field.getValue()))
                    .collect(Collectors.joining(", "));
            return said.isEmpty() ? "none" : "(" + said + ")";
        }
        if (value instanceof List<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        }
        String said = String.valueOf(value);
        return said.matches("[0-9a-f]{" + DIGEST + "}") ? said.substring(0, DIGEST_SHOWN) + "…" : said;
    }

    static void print(History history, PrintWriter out) {
        out.println("Account " + history.account() + " of " + history.lender());
        out.printf("%nIts standing, night by night; only changes are listed%n");
        if (history.spans().isEmpty()) {
            out.println("  no night was published that lists it");
        }
        history.spans().stream()
                .filter(span -> !span.from().equals(span.to()))
                .forEach(span -> out.println("  " + said(span)));
        out.printf("%nWhat bureaus were told of it%n");
        if (history.lines().isEmpty()) {
            out.println("  nothing");
        }
        history.lines().forEach(line -> out.println("  " + said(line)));
    }

    private static String said(Span span) {
        String until = span.to() == null ? "on        " : "to before " + span.to();
        String state = span.closedOn() != null
                ? "closed on " + span.closedOn()
                : (span.chargedOffOn() == null ? "" : "charged off on " + span.chargedOffOn() + ", ")
                        + (span.oldestDueOn() == null ? "nothing past due" : "past due since " + span.oldestDueOn());
        return "from " + span.from() + " " + until + "  " + state + ", balance "
                + Money.text(span.balance(), span.currency().getDefaultFractionDigits()) + " " + span.currency()
                + "  (run " + span.run() + ")";
    }

    private static String said(Line line) {
        Furnished record = line.record();
        String what = record.bureau() + " " + record.kind() + (record.code() == null ? "" : " point " + record.code())
                + " of " + record.reportedOn();
        Filed filed = line.filed();
        return filed == null
                ? what + ", held by the bureau before the first run"
                : what + "  " + filed.submission().name() + ":" + line.line() + "  " + filed.state() + " since "
                        + filed.since() + (record.fault() == null ? "" : ", refused: " + record.fault()) + "  (run "
                        + record.run() + ")";
    }

    static void print(Traced traced, PrintWriter out) {
        Filed filed = traced.filed();
        String code = traced.told().code();
        out.println(filed.submission().name() + ", line " + traced.line() + ": record "
                + filed.submission().kind() + (code == null ? "" : ", report point " + code) + ", of "
                + traced.told().reportedOn() + ", about account "
                + traced.told().account());
        out.println("  made by " + traced.run() + ", from what was known by "
                + traced.run().cutoff());
        out.println("  " + filed.state() + " since " + filed.since());
        Boolean asWritten = traced.asWritten();
        if (asWritten != null) {
            out.println(
                    asWritten
                            ? "  the line of the file is the one that was written, SHA-256 "
                                    + traced.told().digest()
                            : "  THE LINE OF THE FILE IS NOT THE ONE THAT WAS WRITTEN, which had SHA-256 "
                                    + traced.told().digest());
        }
        traced.told().facts().forEach((tag, value) -> {
            if (!tag.startsWith(PERSONAL)) {
                out.printf("    %-16s %s%n", tag, value);
            }
        });
        out.println();
        ExplainText.print(traced.explained(), out);
    }
}
