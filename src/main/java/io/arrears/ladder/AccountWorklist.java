package io.arrears.ladder;

import java.util.List;

/**
 * What a night makes of one account.
 *
 * @param lines before the account that carries a person is chosen (L7)
 */
public record AccountWorklist(List<Line> lines, List<NotContacted> withheld) {}
