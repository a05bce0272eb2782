package io.arrears.ledger;

/** What every id of the ledger must be, so that one byte order holds in files, tables and memory alike. */
public final class Ids {

    public static final int MAX_LENGTH = 64;
    public static final String EXPECTED = "1 to " + MAX_LENGTH + " printable ASCII characters without spaces";

    /** What a spreadsheet takes for the beginning of a formula. */
    public static final String FORMULA_STARTS = "=+-@";

    private Ids() {}

    public static boolean valid(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= MAX_LENGTH;
    }

    /** Whether a delivery may bring it: ids stand in lists that people open in spreadsheets. Ledgers may hold older ones. */
    public static boolean deliverable(String id) {
        return valid(id) && FORMULA_STARTS.indexOf(id.charAt(0)) < 0;
    }
}
