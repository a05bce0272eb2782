package io.arrears.furnish;

import io.arrears.furnish.Reported.State;
import org.jspecify.annotations.Nullable;

/** What a night hears of an account that a bureau was told of, and whether its whole past is looked at again for it. */
public enum BureauNews {
    /** A file with a record of it waits, or got where it was thought to get. */
    ON_ITS_WAY(false),
    /** One came to nothing: what it told is untold. */
    FAILED(true),
    /** One was loaded that was not known to be sent: what was thought untold is told. */
    LOADED_AFTER_ALL(true),
    /** The bureau refused a record of it. */
    ANSWERED(true),
    /** People said what becomes of such a record. */
    SPOKEN_OF(true),
    /** A part of the baseline has it. */
    BASELINE_LOADED(true);

    private final boolean reopensPast;

    BureauNews(boolean reopensPast) {
        this.reopensPast = reopensPast;
    }

    /**
     * What a file is that waits, or has moved since the night before.
     *
     * @param before the state that it came from; none of the first
     */
    public static BureauNews of(State now, @Nullable State before) {
        return switch (now) {
            case PREPARED, RELEASED, SENT -> ON_ITS_WAY;
            case ACCEPTED -> before == State.SENT ? ON_ITS_WAY : LOADED_AFTER_ALL;
            case REJECTED, VOID -> FAILED;
        };
    }

    /** Whether what is due of any day of the past may be other than was thought. */
    public boolean reopensPast() {
        return reopensPast;
    }
}
