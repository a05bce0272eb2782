package io.arrears.bureau.pboc.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The elements of one section or entry as a rule reads them; what cannot be read is left to the item rules. */
public record SectionView(@Nullable AccountType type, Elements elements) {

    public String text(String tag) {
        return elements.value(tag);
    }

    @Nullable
    public Long amount(String tag) {
        return Values.amount(text(tag));
    }

    @Nullable
    public LocalDate day(String tag) {
        return Values.day(text(tag));
    }

    @Nullable
    public YearMonth month(String tag) {
        return Values.month(text(tag));
    }

    public boolean isClosed() {
        return type != null && text("AcctStatus").equals(type.closed());
    }

    public Location spot(String tag) {
        return spot(tag, null);
    }

    public Location spot(String tag, @Nullable String reason) {
        return new Location(tag, Masking.show(elements.layout().item(tag), text(tag)), reason);
    }
}
