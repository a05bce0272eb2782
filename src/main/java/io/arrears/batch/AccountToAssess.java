package io.arrears.batch;

import io.arrears.delinquency.Standing;
import io.arrears.ledger.AccountFacts;
import org.jspecify.annotations.Nullable;

/** One account's facts and the standing that the last published run left. */
record AccountToAssess(AccountFacts facts, @Nullable Standing published) {}
