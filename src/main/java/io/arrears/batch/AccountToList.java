package io.arrears.batch;

import io.arrears.delinquency.Review;
import io.arrears.store.StandingScan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account for the listings: its standings, none when all of it was rejected, and its open rejects. */
record AccountToList(String account, StandingScan.@Nullable Pair standings, List<Review> openRejects) {}
