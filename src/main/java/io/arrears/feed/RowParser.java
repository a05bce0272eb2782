package io.arrears.feed;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Ids;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns one row's text into values, or says what is wrong with it: each value alone, then the values together. */
public final class RowParser {

    /** What is dated further ahead is mistyped; a core's clock, its zone and a ledger made for later nights are not so far off. */
    public static final int HALF_A_YEAR = 183;

    /** What amounts are read with as long as the currency is not known: the most decimals that any has. */
    private static final int MOST_DECIMALS = 4;

    private static final Fault TOO_LATE = new Fault("more than half a year after the import");

    private static final Set<EntryType> ZEROS_OF = EnumSet.copyOf(Stream.of(EntryType.values())
            .filter(type -> type.isCredit() || type.isCharge())
            .toList());

    private final Feed feed;
    private final Layout layout;
    private final RowRules rules;
    private final int[] key;
    private final int account;
    private final int currency;
    private final int began;
    private final LocalDateTime latest;

    /** @param latest what a row says has happened did so by then: one dated after it is mistyped, by a year perhaps */
    public RowParser(Feed feed, FactCatalogue facts, LocalDateTime latest) {
        this.feed = feed;
        this.layout = feed.layout();
        this.rules = RowRules.of(feed, facts);
        this.key = layout.key();
        this.account = layout.has("account_id") ? layout.position("account_id") : -1;
        this.began = feed.began().map(layout::position).orElse(-1);
        this.latest = latest;
        this.currency = feed.owner() == Owner.ITSELF ? layout.position("currency") : -1;
    }

    /** What reading gave: a row, or the first fault and its column. */
    public record Parsed(
            @Nullable Row row,
            @Nullable Column column,
            @Nullable Fault fault) {}

    /** The id of the row's account where it has a readable one. */
    public @Nullable String accountOf(RawRow raw) {
        return account >= 0 && Ids.valid(raw.values()[account]) ? raw.values()[account] : null;
    }

    /** Whose row it is, as far as that can be read. */
    public Reject.Of of(RawRow raw) {
        String contact = feed.heldFrom() == HeldFrom.WORKLIST ? "contact_id" : null;
        return new Reject.Of(accountOf(raw), id(feed.person().orElse(null), raw), id(contact, raw));
    }

    private @Nullable String id(@Nullable String column, RawRow raw) {
        String value = column == null || !layout.has(column) ? null : raw.values()[layout.position(column)];
        return value != null && Ids.valid(value) ? value : null;
    }

    /**
     * The row's values.
     *
     * @param decimals of its account's currency; null when not known, or when the row itself names the currency
     */
    public Parsed parse(RawRow raw, @Nullable Integer decimals) {
        int fraction = decimals != null ? decimals : ownDecimals(raw);
        @Nullable Object[] values = new Object[layout.size()];
        for (int i = 0; i < values.length; i++) {
            Object value =
                    isErased(layout.column(i), raw) ? "" : Values.read(layout.column(i), raw.values()[i], fraction);
            if (value instanceof Fault fault) {
                return new Parsed(null, layout.column(i), fault);
            }
            if (isTooLate(i, value)) {
                return new Parsed(null, layout.column(i), TOO_LATE);
            }
            values[i] = value;
        }
        Row row = new Row(feed, raw.line(), raw.ordinal(), values);
        RowRules.Broken broken = rules.check(row);
        return broken == null
                ? new Parsed(row, null, null)
                : new Parsed(null, layout.column(layout.position(broken.column())), broken.fault());
    }

    private boolean isTooLate(int column, @Nullable Object value) {
        return (value instanceof LocalDateTime at && at.isAfter(latest))
                || (column == began && value instanceof LocalDate day && day.isAfter(latest.toLocalDate()));
    }

    private boolean isErased(Column column, RawRow raw) {
        String by = column.erasedBy();
        return by != null && !raw.values()[layout.position(by)].isEmpty();
    }

    /** Whether it is a credit or a charge of zero, which moves nothing and is set aside (D21). */
    public boolean isSetAside(Row row) {
        return feed == Feed.ENTRIES
                && row.at(layout.position("amount")) instanceof Long amount
                && amount == 0
                && ZEROS_OF.contains(EntryType.valueOf(row.text(layout.position("type"))));
    }

    /** Which column says what only a line of credit has (D16); none of a row that any account can have. */
    public Optional<Column> ofLine(Row row) {
        if (feed == Feed.STATEMENTS) {
            return Optional.of(layout.column(account));
        }
        int type = feed == Feed.AGREEMENTS ? layout.position("type") : -1;
        return type >= 0 && AgreementType.valueOf(row.text(type)).isOfLine()
                ? Optional.of(layout.column(type))
                : Optional.empty();
    }

    /** The row's key when all of its columns can be read; otherwise null. */
    public @Nullable String keyOf(RawRow raw) {
        @Nullable Object[] values = new Object[layout.size()];
        for (int i : key) {
            Object value = Values.read(layout.column(i), raw.values()[i], MOST_DECIMALS);
            if (value == null || value instanceof Fault) {
                return null;
            }
            values[i] = value;
        }
        return layout.keyOf(values);
    }

    private int ownDecimals(RawRow raw) {
        if (currency >= 0 && Values.read(layout.column(currency), raw.values()[currency], 0) instanceof String code) {
            return Currency.getInstance(code).getDefaultFractionDigits();
        }
        return MOST_DECIMALS;
    }
}
