package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.FileEntry;
import io.arrears.audit.Manifest;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A night of a Chinese lender holds each list twice: as programs read it, and as people do. */
class ChineseListsTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final List<String> LISTS = Stream.concat(
                    Arrays.stream(FurnishCsv.values()).map(FurnishCsv::file), Stream.of(ReviewCsv.FILE))
            .toList();

    @TempDir
    Path folder;

    private Book book(Databases kind) {
        return Book.on(kind, folder)
                .demo()
                .policy("nights: on-demand", "nights: on-demand\nlanguage: zh")
                .open();
    }

    private static String sibling(String list) {
        return list.replace(".csv", ".zh.csv");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void each_list_has_a_sibling_of_as_many_rows_that_the_manifest_names(Databases kind) throws IOException {
        try (Book book = book(kind)) {
            Path night = book.runAndSend(AUGUST_TOLD).folder();

            Map<String, Long> records =
                    Manifest.parse(Files.readAllBytes(night.resolve(Manifest.FILE))).files().stream()
                            .collect(Collectors.toMap(FileEntry::name, FileEntry::records));
            assertThat(records.get("held.csv")).isPositive();
            assertThat(LISTS).allSatisfy(list -> assertThat(records.get(sibling(list)))
                    .as(list)
                    .isNotNull()
                    .isEqualTo(records.get(list)));
            assertThat(night.resolve("held.zh.csv"))
                    .content()
                    .startsWith("\ufeff")
                    .contains("账户编号", "210：个人借贷账户记录");
            assertThat(night.resolve("held.csv")).content().startsWith("account_id,bureau,kind");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_withheld_leaves_the_siblings_too(Databases kind) throws IOException {
        try (Book book = book(kind)) {
            Nights.Outcome night = new Tampering(book, AUGUST_TOLD).tampered("pboc-210", null);

            assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
            assertThat(NightFiles.list(night, "held.zh.csv")).isEmpty();
        }
    }
}
