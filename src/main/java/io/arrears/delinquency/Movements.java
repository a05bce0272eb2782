package io.arrears.delinquency;

import io.arrears.ledger.AccountId;
import java.util.Currency;
import java.util.Map;

/**
 * How one account's overdue amount came from one run's to the next one's, in minor units; {@link RollForward} makes them.
 *
 * <p>{@code opening} and {@code amounts} add up to {@code closing}.
 *
 * @param amounts only those that are not 0
 */
public record Movements(AccountId account, Currency currency, long opening, Map<Movement, Long> amounts, long closing) {

    public long of(Movement movement) {
        return amounts.getOrDefault(movement, 0L);
    }
}
