package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.Policy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lender file as a whole: what it includes, what overrides what, and files that are none. */
class LenderFileTest {

    @TempDir
    Path folder;

    private Jobs jobs;

    @BeforeEach
    void jobs() {
        jobs = new Jobs(folder);
    }

    @Test
    void two_lines_make_a_lender_with_the_defaults() {
        Lender north = jobs.north("");
        assertThat(north.name()).isEqualTo("north");
        assertThat(north.policy().grace()).isEqualTo(new Policy.Grace(0, Policy.GraceMode.COUNT_BACK));
        assertThat(north.policy().buckets().at(181)).isEqualTo("M7");
        assertThat(north.brake().isOn()).isFalse();
        assertThat(north.maxRejects()).isEqualByComparingTo("1");
    }

    @Test
    void a_key_replaces_the_included_one_whole() {
        jobs.with(
                "lenders/base.yaml", "include: common.yaml\ntolerance:\n  USD: 1.00\n  EUR: 2.00\nzone: Asia/Tokyo\n");
        jobs.with("lenders/north.yaml", "include: base.yaml\nlender: north\ntolerance:\n  USD: 0.50\n");
        Policy policy = jobs.load().policy();
        assertThat(policy.tolerance()).isEqualTo(Map.of(Currency.getInstance("USD"), 50L));
        assertThat(policy.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void of_several_included_files_the_later_holds_and_the_own_keys_above_all() {
        jobs.with("lenders/a.yaml", "grace-days: 1\nrestructured-min-class: 2\nzone: Asia/Tokyo\n");
        jobs.with("lenders/b.yaml", "grace-days: 2\nrestructured-min-class: 3\n");
        jobs.with("lenders/north.yaml", "grace-days: 5\nlender: north\ninclude: [common.yaml, a.yaml, b.yaml]\n");
        Policy policy = jobs.load().policy();
        assertThat(policy.grace().days()).isEqualTo(5);
        assertThat(policy.restructuredMinClass()).isEqualTo(3);
        assertThat(policy.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource({"include: nowhere.yaml", "'include: [common.yaml, nowhere.yaml]'"})
    void a_missing_include_is_told_where_it_is_named(String include) {
        refused(
                jobs.with("lenders/north.yaml", "lender: north\n" + include + "\n"),
                "north.yaml:2: include: there is no file");
    }

    @Test
    void files_that_include_each_other_are_refused() {
        jobs.with("lenders/a.yaml", "include: b.yaml\n").with("lenders/b.yaml", "\ninclude: a.yaml\n");
        refused(
                jobs.with("lenders/north.yaml", "include: a.yaml\nlender: north\n"),
                "b.yaml:2: include: files include each other");
        refused(
                jobs.with("lenders/north.yaml", "lender: north\ninclude: north.yaml\n"),
                "north.yaml:2: include: files");
    }

    @Test
    void what_is_wrong_in_an_included_file_is_told_of_that_file() {
        jobs.with("lenders/base.yaml", "include: common.yaml\ngrace-days: x\n");
        refused(
                jobs.with("lenders/north.yaml", "include: base.yaml\nlender: north\n"),
                "base.yaml:2: grace-days: expected");
    }

    @Test
    void the_lender_is_named_as_its_file() {
        refused(
                jobs.with("lenders/north.yaml", "include: common.yaml\nlender: south\n"),
                "north.yaml:2: lender: expected 'north', as the file is named, found 'south'");
        refused(
                jobs.with("lenders/north.yaml", "include: common.yaml\n"),
                "north.yaml: lender: expected 'lender: north'");
    }

    @Test
    void a_lender_without_a_file_is_told_how_to_make_one() {
        jobs.north("");
        Refused refused = catchThrowableOfType(Refused.class, () -> LenderFile.load(jobs.folder(), "south"));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused).hasMessageContaining("include: common.yaml").hasMessageContaining("lender: south");
    }

    @ParameterizedTest
    @ValueSource(strings = {"North", "", "../lenders/north", "a b"})
    void a_name_that_no_lender_can_have_is_not_shown(String lender) {
        jobs.north("");
        Refused refused = catchThrowableOfType(Refused.class, () -> LenderFile.load(jobs.folder(), lender));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused).hasMessageStartingWith("there is no lender file of that name: it has lower-case letters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'include: common.yaml\n  lender: north'          | north.yaml:2: not YAML
            'include: common.yaml\nlender: [north'           | north.yaml:2: not YAML
            'include: common.yaml\nlender: north\n\tzone: 1' | north.yaml:3: not YAML
            'include: common.yaml\n---\nlender: north'       | north.yaml:2: not YAML
            'include: common.yaml\nlender: \u0007north'      | north.yaml:2: not YAML
            'include: *common'                               | north.yaml:1: not YAML
            'lender: &a\n  b: *a'                            | north.yaml: not YAML
            '- include: common.yaml'                         | north.yaml:1: expected a block of keys
            'north'                                          | north.yaml:1: expected a block of keys
            ''                                               | north.yaml is empty
            '# nothing'                                      | north.yaml is empty
            """)
    void what_is_no_YAML_is_told_by_file_and_line(String text, String told) {
        refused(jobs.with("lenders/north.yaml", text.translateEscapes()), told);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd",
        "/etc/passwd",
        "a/b.yaml",
        "../lenders/a.yaml",
        "'\"a\\0b.yaml\"'",
        ".a.yaml",
        "a.yml"
    })
    void what_is_included_lies_beside_the_file_and_nothing_else_is_opened_or_shown(String include) {
        refused(
                jobs.with("lenders/north.yaml", "lender: north\ninclude: " + include + "\n"),
                "north.yaml:2: include: expected the name of a .yaml file beside this one");
    }

    @Test
    void the_text_of_a_file_that_holds_no_keys_is_not_shown() {
        Jobs with = jobs.with("lenders/north.yaml", "root:x:0:0 secret");
        refused(with, "north.yaml:1: expected a block of keys, found text");
        assertThat(catchThrowableOfType(Refused.class, with::load)).hasMessageNotContaining("secret");
    }

    @Test
    @Timeout(60)
    void files_that_include_each_other_many_times_end_soon() {
        String next = "include: [NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT, NEXT]\n";
        for (int i = 0; i < 6; i++) {
            jobs.with("lenders/l" + i + ".yaml", next.replace("NEXT", "l" + (i + 1) + ".yaml"));
        }
        jobs.with("lenders/l6.yaml", "grace-days: 1\n");
        refused(
                jobs.with("lenders/north.yaml", "include: l0.yaml\nlender: north\n"),
                "include: files include each other without end");
    }

    @Test
    void a_file_longer_than_any_settings_is_refused_unread() {
        refused(
                jobs.with("lenders/north.yaml", "include: common.yaml\nlender: north\n# " + "x".repeat(1 << 20)),
                "north.yaml is longer than 1 MB");
    }

    @Test
    void a_device_among_lender_files_is_refused_and_never_read() throws IOException {
        jobs.north("");
        for (String target : List.of("/dev/zero", "south.yaml", "/dev")) {
            Path link = folder.resolve("lenders/south.yaml");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(target));
            assertThat(catchThrowableOfType(Refused.class, () -> LenderFile.names(jobs.folder())))
                    .as(target)
                    .hasMessageContaining("south.yaml is no file, but a folder, a pipe, a device or a link");
        }
    }

    @Test
    void a_file_that_is_not_UTF_8_is_refused() {
        refused(jobs.with("lenders/north.yaml", "lender: nörth".getBytes(StandardCharsets.ISO_8859_1)), "not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            off   | false | 1000 | 1000 | false
            0     | true  | 0    | 1000 | false
            0     | true  | 1    | 1000 | true
            500   | true  | 500  | 1000 | false
            500   | true  | 501  | 1000 | true
            5%    | true  | 50   | 1000 | false
            5%    | true  | 51   | 1000 | true
            0.5 % | true  | 5    | 1000 | false
            0.5 % | true  | 6    | 1000 | true
            5%    | true  | 1    | 0    | true
            """)
    void the_brake_is_off_a_count_or_a_percentage_of_open_accounts(
            String brake, boolean on, long newly, long open, boolean stops) {
        Lender north = jobs.north("brake: " + brake + "\n");
        assertThat(north.brake().isOn()).isEqualTo(on);
        assertThat(newly > north.brake().lets(open)).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({"1%, 1", "0%, 0", "0.25%, 0.25", "100 %, 100"})
    void max_rejects_is_a_percentage(String written, BigDecimal percent) {
        assertThat(jobs.north("max-rejects: " + written + "\n").maxRejects()).isEqualByComparingTo(percent);
    }

    private static void refused(Jobs jobs, String told) {
        Refused refused = jobs.refused();
        assertThat(refused).isNotNull().hasMessageContaining(told);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
