package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.Bureaus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/feeds.md says of every column what it means, and the examples are rows that are taken. */
class FeedsPageTest {

    @ParameterizedTest
    @EnumSource
    void every_column_stands_on_the_page_with_a_meaning_and_its_example(Feed feed) throws IOException {
        String page = Files.readString(Path.of("docs", "feeds.md"));
        String section = page.split("\n## " + feed.file() + "\n", -1)[1].split("\n## ", -1)[0];
        List<String> said = section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| column"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> cells[1].strip() + "|" + cells[2].strip() + "|" + cells[4].strip()
                        + (cells[3].isBlank() ? " without a meaning" : ""))
                .toList();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < feed.layout().size(); i++) {
            Column column = feed.layout().column(i);
            columns.add(column.name() + "|" + (column.required() ? "*" : "") + "|"
                    + FeedExample.values(feed).get(i));
        }
        assertThat(said).isEqualTo(columns);
    }

    @ParameterizedTest
    @EnumSource
    void every_example_is_a_good_row(Feed feed) throws IOException {
        byte[] csv = FeedExample.csv(feed).getBytes(StandardCharsets.UTF_8);
        RowParser parser = new RowParser(feed, Bureaus.facts(), LocalDateTime.MAX);
        int rows = 0;
        try (FeedReader reader = new FeedReader(feed.layout(), new ByteArrayInputStream(csv))) {
            for (RawRow raw = reader.next(); raw != null; raw = reader.next()) {
                RowParser.Parsed parsed = parser.parse(raw, 2);
                assertThat(parsed.fault()).as(feed + " " + parsed.column()).isNull();
                rows++;
            }
        }
        assertThat(rows).isPositive();
    }
}
