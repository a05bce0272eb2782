package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one person asked for. */
final class Asked {

    private static final Pattern COMMAND = Pattern.compile("'arrears bureau --confirm ([0-9a-f]{12}) --by NAME'");

    private Asked() {}

    /** The id of the one request that a command speaks of. */
    static String id(Told told) {
        Matcher command = COMMAND.matcher(told.text());
        assertThat(command.find()).as(told.text()).isTrue();
        return command.group(1);
    }
}
