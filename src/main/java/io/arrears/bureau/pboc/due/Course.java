package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.ledger.Account;
import io.arrears.ledger.Agreement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an account runs to its end, and what its codes say otherwise for it: a loan is repaid by a schedule, a line drawn again. */
enum Course {
    /** Ends with its last instalment. */
    LOAN {
        @Override
        LocalDate dueDate(AccountState state, @Nullable LocalDate agreed) {
            LocalDate extended = state.settlement().particulars().extendedTo();
            if (extended != null) {
                return extended;
            }
            return agreed != null ? agreed : state.lastInstalmentOn();
        }

        @Override
        LocalDate toLastUntil(AccountState state, @Nullable LocalDate agreed) {
            return state.lastInstalmentOn();
        }

        @Override
        int periodsToCome(AccountState state) {
            return state.settlement().instalmentsToCome();
        }

        @Override
        boolean isIdle(AccountState state) {
            return true;
        }
    },

    /** Ends when it is ended and nothing of it is owed (D18); what it pays back it may draw again. */
    LINE {
        @Override
        LocalDate dueDate(AccountState state, @Nullable LocalDate agreed) {
            LocalDate ended = endedWithDebt(state);
            if (ended != null) {
                return ended;
            }
            return agreed != null ? agreed : state.options().line().withoutEnd();
        }

        @Override
        @Nullable
        LocalDate toLastUntil(AccountState state, @Nullable LocalDate agreed) {
            return state.options().line().earlyEnd() == LineOptions.EarlyEnd.SETTLED_EARLY ? agreed : null;
        }

        @Override
        int periodsToCome(AccountState state) {
            return state.options().line().periodsLeft() == LineOptions.PeriodsLeft.ASKED
                    ? state.settlement().instalmentsToCome()
                    : 0;
        }

        @Override
        boolean isIdle(AccountState state) {
            return state.settlement().standing().balance() <= 0
                    || state.options().line().nothingDue() == LineOptions.NothingDue.UNUSED;
        }
    };

    static Course of(Account account) {
        return account.isLine() ? LINE : LOAN;
    }

    /**
     * DueDate.
     *
     * @param agreed the end that was agreed at the opening
     */
    abstract LocalDate dueDate(AccountState state, @Nullable LocalDate agreed);

    /**
     * Before which day an account that ends was paid off early; none where it never is.
     *
     * @param agreed the end that was agreed at the opening
     */
    abstract @Nullable LocalDate toLastUntil(AccountState state, @Nullable LocalDate agreed);

    /** RemRepPrd of an open account. */
    abstract int periodsToCome(AccountState state);

    /** Whether a month with nothing due and nothing paid is one in which nothing was to be told. */
    abstract boolean isIdle(AccountState state);

    /** When a line was ended that went on owing; its end and its closing on one day move nothing. */
    private static @Nullable LocalDate endedWithDebt(AccountState state) {
        LocalDate closed = state.endedOn();
        return Agreement.lineEndsOn(state.facts().agreements())
                .filter(ended -> !ended.isAfter(state.settlement().figures().asOf())
                        && (closed == null || ended.isBefore(closed)))
                .orElse(null);
    }
}
