package io.arrears.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.furnish.Gate;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Sentence;
import io.arrears.furnish.Turn;
import io.arrears.lender.Language;
import io.arrears.publish.Csv;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.publish.WorklistCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The siblings in Chinese: the same rows and codes, everything that has words in words, no formula. */
class ChineseListTest {

    private static final String CHINESE = ".*\\p{IsHan}.*";

    /** Those that hold a record behind the gates that a bureau's file names. */
    private static final List<String> BEHIND =
            Arrays.stream(LastGate.values()).map(LastGate::written).toList();

    @TempDir
    Path folder;

    private List<List<String>> sibling(String list, String... lines) throws IOException {
        WorkFolder work = new WorkFolder(folder);
        work.write(list, String.join("", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(new ChineseList().write(work, list)).isEqualTo(list.replace(".csv", ".zh.csv"));
        String text = Files.readString(work.out().resolve(ChineseList.name(list)));
        assertThat(text).startsWith("\ufeff").endsWith("\r\n");
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = Csv.FORMAT.parse(new java.io.StringReader(text.substring(1)))) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void every_column_of_a_list_has_its_own_words(FurnishCsv list) throws IOException {
        assertThat(sibling(list.file(), list.header()).get(0))
                .hasSameSizeAs(list.header().split(","))
                .doesNotHaveDuplicates()
                .allMatch(column -> column.matches(CHINESE));
    }

    @ParameterizedTest
    @EnumSource
    void every_column_of_a_ladders_list_has_its_own_words(WorklistCsv list) throws IOException {
        assertThat(sibling(list.file(), list.header()).get(0))
                .hasSameSizeAs(list.header().split(","))
                .doesNotHaveDuplicates()
                .allMatch(column -> column.matches(CHINESE));
    }

    @Test
    void a_line_is_told_in_words_beside_its_codes_and_stages_and_templates_are_the_lenders_own() throws IOException {
        assertThat(sibling(
                                "worklist.csv",
                                "account_id,stage,party,channel,template,content,left,offers\r\n",
                                "A,EARLY,BORROWER,CALL,early,FULL,CALL_CONNECTED=3;DIAL_UNANSWERED=6,GRACE;WAIVE<=50.00\r\n",
                                "B,LOCATE,CONTACT,CALL,ask,LOCATE,,\r\n")
                        .subList(1, 3))
                .containsExactly(
                        List.of(
                                "A",
                                "EARLY",
                                "BORROWER：借款人",
                                "CALL：人工电话",
                                "early",
                                "FULL：可告知债务全部内容",
                                "接通电话=3；未接拨打=6",
                                "宽限；减免<=50.00"),
                        List.of(
                                "B",
                                "LOCATE：联系人，不得告知债务",
                                "CONTACT：联系人，不负债务",
                                "CALL：人工电话",
                                "ask",
                                "LOCATE：不得告知债务",
                                "",
                                ""));
        assertThat(sibling("withheld.csv", "account_id,rule,instrument,evidence\r\n", "A,PLAN_KEPT,policy,G1\r\n")
                        .get(1))
                .containsExactly("A", "PLAN_KEPT：正按新约定履行", "机构自身政策", "G1");
    }

    @Test
    void every_code_of_a_review_is_told_in_words_beside_it() throws IOException {
        String[] rows = Arrays.stream(ReviewCode.values())
                .map(code -> ReviewCsv.line("A1", new Review(code, "E1"), List.of()))
                .toArray(String[]::new);
        List<List<String>> read = sibling(
                ReviewCsv.FILE,
                Stream.concat(Stream.of(ReviewCsv.header()), Stream.of(rows)).toArray(String[]::new));

        assertThat(read.get(0)).allMatch(column -> column.matches(CHINESE));
        assertThat(read.subList(1, read.size())).hasSize(rows.length).allSatisfy(row -> {
            ReviewCode.valueOf(row.get(2));
            assertThat(row.get(4)).matches(CHINESE).doesNotContain(row.get(2));
        });
    }

    @Test
    void every_gate_and_turn_has_words_in_both_languages() throws IOException {
        List<String> gates = Stream.concat(Arrays.stream(Gate.values()).map(Gate::written), BEHIND.stream())
                .toList();
        List<String> lines = new ArrayList<>(List.of(FurnishCsv.HELD.header()));
        for (String gate : gates) {
            for (Turn.Whose whose : Turn.Whose.values()) {
                String turn = whose.name().toLowerCase(Locale.ROOT);
                lines.add(FurnishCsv.HELD.line(
                        "A1", "pboc", "210", "30", "2026-10-31", gate, "", "", "", "", "yes", turn, "import", null));
            }
            assertThat(new Words(Language.EN).or("gate.", gate)).startsWith(gate + ": ");
        }

        List<List<String>> read = sibling(FurnishCsv.HELD.file(), lines.toArray(String[]::new));

        assertThat(read.subList(1, read.size())).hasSize(4 * gates.size()).allSatisfy(row -> {
            assertThat(row.subList(2, 5)).containsExactly("210：个人借贷账户记录", "30：月度结算", "2026-10-31");
            assertThat(row.get(5)).matches("[a-z-]+：\\p{IsHan}.*");
            assertThat(row.get(10)).isEqualTo("是");
            assertThat(row.get(11)).matches("[a-z]+：\\p{IsHan}+");
            assertThat(row.get(12)).isEqualTo("import");
        });
    }

    /** By the sources of a bureau's rules, whose lists nobody outside its package sees. */
    private static List<String> rules() throws IOException {
        List<String> rules = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "io", "arrears", "bureau", "pboc"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Rules.java"))
                    .sorted()
                    .toList()) {
                Pattern.compile("new Rule<>\\(\\s*\"([A-Z0-9]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(rule -> rules.add(rule.group(1)));
            }
        }
        return rules;
    }

    private static String rejected(String rule, String reason) {
        return FurnishCsv.REJECTED.line("A1", "pboc", "210", "30", "2026-10-31", rule, "AcctBal", "-1", reason, null);
    }

    @Test
    void every_rule_of_the_bureau_is_told_in_words() throws IOException {
        List<String> rules = rules();
        assertThat(rules).hasSizeGreaterThan(100);
        List<String> lines = new ArrayList<>(List.of(FurnishCsv.REJECTED.header()));
        rules.forEach(rule -> lines.add(rejected(rule, "no section of 210")));
        lines.add(rejected("S0000101", "missing"));
        lines.add(rejected("UNKNOWN", "no section of 210"));

        List<List<String>> read = sibling(FurnishCsv.REJECTED.file(), lines.toArray(String[]::new));

        assertThat(read.subList(1, rules.size() + 1))
                .allSatisfy(row -> assertThat(row.get(8)).as(row.get(5)).matches(CHINESE));
        assertThat(read.get(rules.size() + 1).subList(5, 9))
                .containsExactly("S0000101", "AcctBal：余额", "-1", "信息段中必有的数据项须齐全（缺少）");
        assertThat(read.get(rules.size() + 2).get(8)).isEqualTo("no section of 210");
    }

    private static String excluded(String gate, String reason, String evidence) {
        return FurnishCsv.EXCLUDED.line("A1", "pboc", gate, reason, evidence);
    }

    @ParameterizedTest
    @EnumSource
    void every_sentence_is_said_with_its_values(Sentence sentence) throws IOException {
        String english = sentence.of("P 1", "2026-10-31");
        int places = sentence.values(english).orElseThrow().size();
        assertThat(Arrays.stream(Sentence.values())
                        .filter(other -> other.values(english).isPresent())
                        .findFirst())
                .contains(sentence);

        List<String> row = sibling(
                        FurnishCsv.EXCLUDED.file(), FurnishCsv.EXCLUDED.header(), excluded("consent", english, english))
                .get(1);

        assertThat(row.get(3))
                .isEqualTo(row.get(4))
                .matches(CHINESE)
                .doesNotContain("{")
                .satisfies(said -> assertThat(List.of("P 1", "2026-10-31").subList(0, places))
                        .allMatch(said::contains));
    }

    @Test
    void facts_set_aside_have_their_words_and_what_a_bureau_wrote_stands() throws IOException {
        List<List<String>> read = sibling(
                FurnishCsv.EXCLUDED.file(),
                FurnishCsv.EXCLUDED.header(),
                excluded("review", Sentence.FACT_SET_ASIDE.of(), "NO_INSTALMENTS A1; WAIVER_BEYOND E2"),
                excluded("answered", Sentence.REFUSED.of(), "ABR006 fact of life"));

        assertThat(read.get(1).get(4)).matches("NO_INSTALMENTS：\\p{IsHan}+ A1；WAIVER_BEYOND：\\p{IsHan}+ E2");
        assertThat(read.get(2).get(4)).isEqualTo("ABR006 fact of life");
    }

    @Test
    void what_has_no_word_stands_as_it_is_and_is_no_formula() throws IOException {
        List<List<String>> read = sibling(
                FurnishCsv.CORRECTIONS.file(),
                FurnishCsv.CORRECTIONS.header(),
                FurnishCsv.CORRECTIONS.line("=A1", "pboc", "219", "Z", "2026-10-31", "TotOverd", "-5", "＝1+1"));

        assertThat(read.get(1))
                .containsExactly("'=A1", "pboc", "219", "Z", "2026-10-31", "TotOverd：当前逾期总额", "-5", "'＝1+1");
    }

    /** By the sources of a bureau's layouts, as the rules are. */
    @Test
    void every_item_that_is_told_has_its_chinese_name() throws IOException {
        List<String> lines = new ArrayList<>(List.of(FurnishCsv.CORRECTIONS.header()));
        for (String layout : List.of("AccountLayout", "PersonLayout", "ContractLayout")) {
            Pattern.compile("(?:item|text|code|date|amount|whole|new Item|new Group)\\(\\s*\"([A-Za-z0-9_]+)\"")
                    .matcher(Files.readString(Path.of(
                            "src", "main", "java", "io", "arrears", "bureau", "pboc", "record", layout + ".java")))
                    .results()
                    .map(item -> item.group(1))
                    .forEach(tag -> lines.add(
                            FurnishCsv.CORRECTIONS.line("A1", "pboc", "212", "H", "2026-10-31", tag, "1", "2")));
        }
        assertThat(lines).hasSizeGreaterThan(110);

        List<List<String>> read = sibling(FurnishCsv.CORRECTIONS.file(), lines.toArray(String[]::new));

        assertThat(read.subList(1, read.size()))
                .allSatisfy(row -> assertThat(row.get(5)).matches("[A-Za-z0-9_]+：.*\\p{IsHan}.*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            instalments 1-12 of 12; without 7; principal 11000.00 of 12000.00: 1000.00 missing | 期号 1 至 12，约定 12 期；缺期号 7；本金合计 11000.00，应为 12000.00，少 1000.00
            instalments 1-3 of 3; more than once 2; principal 400.00 of 300.00: 100.00 too much | 期号 1 至 3，约定 3 期；重复期号 2；本金合计 400.00，应为 300.00，多 100.00
            instalments 1-30 of 30; without 2 3 4 and 9 more; principal 1.00 of 1.00            | 期号 1 至 30，约定 30 期；缺期号 2、3、4 等，另有 9 个；本金合计 1.00，应为 1.00
            principal 300.00 of 1200.00: 900.00 missing                                         | 本金合计 300.00，应为 1200.00，少 900.00
            instalments 1-11 of 12                                                              | 期号 1 至 11，约定 12 期
            """)
    void what_is_wrong_with_a_schedule_is_told_in_words(String figures, String said) throws IOException {
        Review review = new Review(ReviewCode.SCHEDULE_NOT_WHOLE, "1", figures);
        assertThat(sibling(ReviewCsv.FILE, ReviewCsv.header(), ReviewCsv.line("A1", review, List.of()))
                        .get(1)
                        .get(7))
                .isEqualTo(said);

        String held = "SCHEDULE_NOT_WHOLE 1 (" + figures + "); WAIVER_BEYOND E2";
        assertThat(sibling(
                                FurnishCsv.EXCLUDED.file(),
                                FurnishCsv.EXCLUDED.header(),
                                excluded("review", Sentence.FACT_SET_ASIDE.of(), held))
                        .get(1)
                        .get(4))
                .startsWith("SCHEDULE_NOT_WHOLE：还款计划未涵盖全部欠款 1 (" + said + ")；WAIVER_BEYOND：");
    }

    @Test
    void doing_it_again_gives_the_same_bytes() throws IOException {
        String row = FurnishCsv.HELD.line(
                "A1", "pboc", "210", "30", "2026-10-31", "consent", "", "", "", "", "", "data", "import", "");
        sibling(FurnishCsv.HELD.file(), FurnishCsv.HELD.header(), row, row);
        byte[] both = Files.readAllBytes(folder.resolve("out/held.zh.csv"));
        sibling(FurnishCsv.HELD.file(), FurnishCsv.HELD.header(), row);
        sibling(FurnishCsv.HELD.file(), FurnishCsv.HELD.header(), row, row);

        assertThat(folder.resolve("out/held.zh.csv")).hasBinaryContent(both);
    }
}
