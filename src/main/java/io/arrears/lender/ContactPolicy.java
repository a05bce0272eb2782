package io.arrears.lender;

import io.arrears.ladder.law.Law;
import io.arrears.ladder.stage.Ladder;

/** Who is contacted, and the law over it with what the lender tightened. */
public record ContactPolicy(Ladder ladder, Law law) {}
