package io.arrears.feed;

/**
 * One data row as text: values in the layout's order, empty where there is none.
 *
 * @param line where it begins in the file, from 1
 * @param ordinal the how-many-eth data row it is, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a ledger has tens of millions of them
public record RawRow(long line, long ordinal, String[] values) {}
