package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Anna Schmidt,        A… (12)
            王小明,              王… (3)
            😀😀😀,              😀… (3)
            王,                  … (1)
            Bo,                  … (2)
            '',                  ''
            """)
    void a_personal_value_shows_its_first_character_and_length(String value, String shown) {
        assertThat(Masking.show(Column.text("name", 9).masked(), value)).isEqualTo(shown);
    }

    static Stream<Arguments> values() {
        Column id = Column.account();
        Column day = Column.column("due_on", Kind.DATE);
        Column instant = Column.column("posted_at", Kind.INSTANT);
        Column amount = Column.column("principal", Kind.AMOUNT);
        Column word = Column.word("kind", AccountKind.class);
        return Stream.of(
                Arguments.of(id, "A17-3", "A17-3"),
                Arguments.of(id, "zhangwei", "z… (8)"),
                Arguments.of(id, "Anna Schmidt 7", "A… (14)"),
                Arguments.of(id, "13812345678", "1… (11)"),
                Arguments.of(id, "8613812345678", "8… (13)"),
                Arguments.of(id, "110101199001011234", "1… (18)"),
                Arguments.of(id, "11010119900101123X", "1… (18)"),
                Arguments.of(id, "100001202611200017", "100001202611200017"), // a contract's number with its day
                Arguments.of(id, "=1+1", "=… (4)"),
                Arguments.of(Column.column("lender", Kind.LENDER), "south", "south"),
                Arguments.of(Column.column("lender", Kind.LENDER), "13812345678", "1… (11)"),
                Arguments.of(word, "instalment ", "instalment "),
                Arguments.of(word, "GIFT", "G… (4)"),
                Arguments.of(day, "2026-02-30", "2026-02-30"),
                Arguments.of(day, "20/11/2026", "20/11/2026"),
                Arguments.of(day, "110101199001011234", "1… (18)"),
                Arguments.of(instant, "2026-02-01 10:00:00+08:00", "2026-02-01 10:00:00+08:00"),
                Arguments.of(instant, "2026-02-01 zhangwei", "2… (19)"),
                Arguments.of(amount, "500.001", "500.001"),
                Arguments.of(amount, "-5.00", "-5.00"),
                Arguments.of(amount, "13812345678", "1… (11)"),
                Arguments.of(amount, "1,000.00", "1… (8)"),
                Arguments.of(Column.column("currency", Kind.CURRENCY), "EUR", "EUR"),
                Arguments.of(Column.column("currency", Kind.CURRENCY), "Wei", "W… (3)"),
                Arguments.of(Column.text("product", 9), "Anna", "A… (4)"),
                Arguments.of(Column.text("product", 9), "\u001b[31mx", "\\u001b… (6)"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_shown_where_it_has_the_looks_of_its_kind(Column column, String value, String shown) {
        assertThat(Masking.show(column, value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            INSTALMENTS, A17 1 3,                    false, A17 1 3
            ENTRIES,     E1,                         false, E1
            ENTRIES,     zhangwei,                   false, z… (8)
            BORROWERS,   B17,                        false, B… (3)
            BORROWERS,   B17,                        true,  B17
            BORROWERS,   zhangwei,                   true,  z… (8)
            CONSENTS,    B17 pboc 2026-02-01T10:00,  false, B17 pboc 2026-02-01T10:00
            ENTRIES,     ?00ff,                      true,  ''
            """)
    void a_key_is_shown_part_by_part(Feed feed, String key, boolean whole, String shown) {
        assertThat(Masking.key(feed, key, whole)).isEqualTo(shown);
    }
}
