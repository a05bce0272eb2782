package io.arrears.ladder;

import io.arrears.ladder.stage.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a night makes of one account.
 *
 * @param position where it stands; none below the first stage
 * @param lines before the account that carries a person is chosen (L7)
 */
public record AccountWorklist(@Nullable Position position, List<Line> lines, List<NotContacted> withheld) {}
