package io.arrears.bureau.pboc;

import io.arrears.bureau.pboc.Rule.Spot;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The elements of one section or entry as a rule reads them; what cannot be read is left to the item rules. */
record SectionView(@Nullable AccountType type, Elements elements) {

    String text(String tag) {
        return elements.value(tag);
    }

    @Nullable
    Long amount(String tag) {
        return Values.amount(text(tag));
    }

    @Nullable
    LocalDate day(String tag) {
        return Values.day(text(tag));
    }

    @Nullable
    YearMonth month(String tag) {
        return Values.month(text(tag));
    }

    boolean isClosed() {
        return type != null && text("AcctStatus").equals(type.closed());
    }

    Spot spot(String tag) {
        return spot(tag, null);
    }

    Spot spot(String tag, @Nullable String reason) {
        return new Spot(tag, Masking.show(elements.layout().item(tag), text(tag)), reason);
    }
}
