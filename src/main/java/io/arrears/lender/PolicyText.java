package io.arrears.lender;

import io.arrears.Sha256;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.setting.Setting;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.json.JsonMapper;

/** A policy as one canonical JSON document: values as written, top-level keys sorted, the calendar's days included. */
record PolicyText(String json, String digest) {

    static PolicyText of(Map<String, Setting> keys, String calendarKey, @Nullable BusinessCalendar calendar) {
        Map<String, Object> document = new TreeMap<>();
        keys.forEach((key, setting) -> document.put(key, plain(setting.node())));
        if (calendar != null) {
            document.put(calendarKey, days(calendar));
        }
        String json = JsonMapper.shared().writeValueAsString(document);
        return new PolicyText(json, Sha256.of(json));
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> block = new java.util.LinkedHashMap<>();
            mapping.getValue()
                    .forEach(tuple ->
                            block.put(((ScalarNode) tuple.getKeyNode()).getValue(), plain(tuple.getValueNode())));
            return block;
        } else if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(PolicyText::plain).toList();
        }
        return ((ScalarNode) node).getValue();
    }

    private static String days(BusinessCalendar calendar) {
        Stream<String> rows = Stream.concat(rows(calendar.holidays(), "holiday"), rows(calendar.workdays(), "workday"));
        return Stream.concat(Stream.of("date,kind,name"), rows.sorted()).collect(Collectors.joining("\n"));
    }

    private static Stream<String> rows(java.util.Set<LocalDate> days, String kind) {
        return days.stream().map(day -> day + "," + kind + ",");
    }
}
