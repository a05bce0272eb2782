package io.arrears.store.bureau;

import io.arrears.furnish.Meaning;
import io.arrears.store.jdbc.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns {@code subject, act, moment, speaks_of, is_negative, is_last, overdue} of a furnished record, in this order. */
final class MeaningColumns {

    private MeaningColumns() {}

    /** @param at the number of the first of them */
    static Meaning read(Columns row, int at) throws SQLException {
        return new Meaning(
                Meaning.Subject.valueOf(row.word(at)),
                Meaning.Act.valueOf(row.word(at + 1)),
                Meaning.Moment.valueOf(row.word(at + 2)),
                row.date(at + 3),
                row.flag(at + 4),
                row.flag(at + 5),
                amount(row.wordOrNull(at + 6)));
    }

    static Meaning read(ResultSet row, int at) throws SQLException {
        return new Meaning(
                Meaning.Subject.valueOf(row.getString(at)),
                Meaning.Act.valueOf(row.getString(at + 1)),
                Meaning.Moment.valueOf(row.getString(at + 2)),
                row.getObject(at + 3, LocalDate.class),
                row.getBoolean(at + 4),
                row.getBoolean(at + 5),
                amount(row.getString(at + 6)));
    }

    static List<@Nullable Object> values(Meaning meaning) {
        return Arrays.asList(
                meaning.subject().name(),
                meaning.act().name(),
                meaning.moment().name(),
                meaning.speaksOf(),
                meaning.negative(),
                meaning.last(),
                meaning.overdue());
    }

    /** As the bureau has it: without the places that the column adds. */
    static @Nullable BigDecimal amount(@Nullable String column) {
        if (column == null) {
            return null;
        }
        BigDecimal amount = new BigDecimal(column).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
}
