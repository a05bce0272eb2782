package io.arrears.bureau.pboc.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.arrears.bureau.pboc.file.SubmissionFileTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a line holds, it is read or refused with a reason, and never stops the program. */
class XmlLineTest {

    private static final XmlLine.Content NOTHING = new XmlLine.Content() {
        @Override
        public void start(int depth, String element) {}

        @Override
        public void end(int depth, String element, String text) {}
    };

    private final XmlLine xml = new XmlLine();

    @Test
    void a_record_with_a_few_characters_changed_is_read_or_refused() throws IOException {
        String record = new String(SubmissionFileTest.golden(), StandardCharsets.UTF_8).split("\r\n", -1)[1];
        String spice = "<>&;/!?[]\"'=- x:#%\u0000\uFFFE\uD800\uDC00\uFEFF样\t";
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder changed = new StringBuilder(record);
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed.setCharAt(random.nextInt(changed.length()), spice.charAt(random.nextInt(spice.length())));
            }
            assertThatCode(() -> read(changed.toString()))
                    .as("seed %d: %s", seed, changed)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void every_beginning_of_a_record_is_refused() throws IOException {
        String record = new String(SubmissionFileTest.golden(), StandardCharsets.UTF_8).split("\r\n", -1)[1];
        for (int length = 0; length < record.length(); length++) {
            assertThat(read(record.substring(0, length))).startsWith("not one well-formed XML document, at column");
        }
        assertThat(read(record)).isNull();
    }

    @Test
    void depth_and_names_have_no_limit_that_throws() {
        int depth = 200_000;
        assertThatCode(() -> read("<a>".repeat(depth) + "</a>".repeat(depth))).doesNotThrowAnyException();
        assertThat(read("<" + "a".repeat(100_000) + "/>")).isNotNull();
        assertThat(read("<a " + "b".repeat(2_000) + "='1'/>")).isNotNull();
    }

    @Test
    void an_entity_that_would_grow_is_not_expanded() {
        assertThat(read("<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"))
                .isEqualTo("a DTD");
    }

    private @Nullable String read(String line) {
        return xml.read(line, NOTHING);
    }
}
