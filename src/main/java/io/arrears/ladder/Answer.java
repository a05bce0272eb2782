package io.arrears.ladder;

import io.arrears.ladder.law.Content;
import io.arrears.ladder.law.Hours;
import io.arrears.ladder.law.Unit;
import io.arrears.ladder.law.Withheld;
import java.util.Map;
import java.util.function.Consumer;

/** Whether a person may be contacted by a channel. */
sealed interface Answer {

    /** He may: in these hours, so often, so much may be said. */
    record May(Content content, Hours hours, Map<Unit, Integer> left, String decidedBy) implements Answer {}

    /** He may not, and why. */
    record MayNot(Withheld why) implements Answer {}

    default void match(Consumer<May> may, Consumer<Withheld> mayNot) {
        if (this instanceof May answer) {
            may.accept(answer);
        } else if (this instanceof MayNot answer) {
            mayNot.accept(answer.why());
        }
    }
}
