package io.arrears.store.bureau;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a furnished record said, as the column {@code facts} keeps it: canonical JSON, keys in order. */
final class FurnishedFacts {

    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private FurnishedFacts() {}

    static String write(Map<String, String> facts) {
        return JsonMapper.shared().writeValueAsString(new TreeMap<>(facts));
    }

    static Map<String, String> read(String json) {
        return JsonMapper.shared().readValue(json, FACTS);
    }
}
