package io.arrears.report;

import io.arrears.publish.Csv;
import io.arrears.publish.PartFile;
import io.arrears.publish.WorkFolder;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The sibling in Chinese of a list that was just joined: the same rows in the same order for people, row by row.
 *
 * <p>Codes, ids, days and figures stand as they are, words beside the codes. It begins with a byte order mark, without which a
 * spreadsheet of a Chinese office reads GBK.
 */
public final class ChineseList {

    private static final String MARK = "\ufeff";
    private static final Pattern END = Pattern.compile("\\.csv$");

    private final ListWords words = new ListWords();

    /** {@code held.zh.csv} of {@code held.csv}. */
    public static String name(String list) {
        return END.matcher(list).replaceFirst(".zh.csv");
    }

    /**
     * Writes it anew, on disk when this returns.
     *
     * @return its name
     */
    public String write(WorkFolder work, String list) throws IOException {
        String name = name(list);
        try (Reader reader = Files.newBufferedReader(work.out().resolve(list), StandardCharsets.UTF_8);
                CSVParser rows = Csv.READ.parse(reader);
                PartFile sibling = new PartFile(work.out().resolve(name), 0)) {
            List<String> columns = rows.getHeaderNames();
            sibling.write(MARK
                    + Csv.line(columns.stream()
                            .map(column -> words.column(list, column))
                            .toList()));
            for (CSVRecord row : rows) {
                sibling.write(Csv.list(cells(list, columns, row)));
            }
            sibling.force();
        }
        return name;
    }

    private List<String> cells(String list, List<String> columns, CSVRecord row) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(words.cell(list, column, row));
        }
        return cells;
    }
}
