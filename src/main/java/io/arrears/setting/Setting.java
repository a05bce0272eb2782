package io.arrears.setting;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** One value of a YAML file that knows where it stands, so that what is wrong is told by file, line and key. */
public record Setting(String file, String key, Node node) {

    private static final int SHOWN = 80;

    /**
     * A whole file, whose key is empty.
     *
     * @throws Refused (2) unless the text is YAML without aliases, by file and line
     */
    public static Setting parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new Refused(ExitCode.USAGE, file + " is empty");
            }
            return new Setting(file, "", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new Refused(ExitCode.USAGE, file + ":" + line + ": not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            long line = text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw new Refused(
                    ExitCode.USAGE,
                    file + ":" + line + ": not YAML: it holds a character that no text has, U+"
                            + String.format(Locale.ROOT, "%04X", e.getCodePoint()));
        } catch (YAMLException e) {
            throw new Refused(ExitCode.USAGE, file + ": not YAML as it is read here: " + e.getMessage());
        }
    }

    public Refused wrong(String expected) {
        String found = node instanceof ScalarNode scalar
                ? shown(scalar.getValue())
                : node instanceof MappingNode ? "a block of keys" : "a list";
        return refused("expected " + expected + ", found " + found);
    }

    /** What stands in a whole file's place is another file's text, and nobody's to print. */
    private String shown(String value) {
        if (key.isEmpty()) {
            return "text";
        }
        return "'" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + "'";
    }

    public Refused refused(String message) {
        int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
        return new Refused(ExitCode.USAGE, file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + message);
    }

    /** The keys below this one, in the order of the file; the same key twice is refused. */
    public Map<String, Setting> block() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("a block of keys");
        }
        Map<String, Setting> block = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                throw new Setting(file, key, tuple.getKeyNode()).refused("expected a word as a key");
            }
            String name = scalar.getValue();
            Setting value = new Setting(file, key.isEmpty() ? name : key + "." + name, tuple.getValueNode());
            if (block.put(name, value) != null) {
                throw new Setting(file, value.key, tuple.getKeyNode()).refused("stands here twice");
            }
        }
        return block;
    }

    public List<Setting> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list");
        }
        List<Setting> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            list.add(new Setting(file, key, item));
        }
        return list;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isBlock() {
        return node instanceof MappingNode;
    }

    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw wrong("a value");
    }

    public int integer(int min, int max) {
        String expected = "a whole number from " + min + " to " + max;
        if (!text().matches("-?\\d{1,9}")) {
            throw wrong(expected);
        }
        int value = Integer.parseInt(text());
        if (value < min || value > max) {
            throw wrong(expected);
        }
        return value;
    }

    public BigDecimal decimal(String expected) {
        if (!text().matches("\\d{1,15}(\\.\\d{1,12})?")) {
            throw wrong(expected);
        }
        return new BigDecimal(text());
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false");
        };
    }

    /** A constant written in lower case with hyphens: {@code instalment-first}. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (written(constant).equals(text())) {
                return constant;
            }
        }
        throw wrong("one of " + Arrays.stream(constants).map(Setting::written).collect(Collectors.joining(", ")));
    }

    /** A constant as a file writes it. */
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
