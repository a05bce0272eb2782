package io.arrears.night;

import io.arrears.delinquency.Movements;
import io.arrears.delinquency.Standing;
import org.jspecify.annotations.Nullable;

/** What the assessment of one account has to say: its standing where that changed, its movements where something moved. */
public record Assessed(@Nullable Standing changed, @Nullable Movements moved) {}
