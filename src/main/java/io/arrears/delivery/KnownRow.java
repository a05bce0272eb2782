package io.arrears.delivery;

import java.util.List;

/**
 * The newest form that the ledger has of a row.
 *
 * @param fixed what no later form may change, in the order of the layout's fixed columns
 * @param erased somebody asked to be forgotten
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a ledger has tens of millions of them
public record KnownRow(int revision, byte[] digest, List<String> fixed, boolean erased) {}
