package io.arrears.delivery;

/** How many rows of one file went which way, once every row is settled. */
record SpoolCount(long loaded, long corrected, long repeated, long rejected, long setAside) {}
