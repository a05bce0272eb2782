package io.arrears.bureau.pboc.record;

/** Kinds of identity documents, as the records' code lists have them. */
public final class Documents {

    /** Those that a person can have; 10 is the resident identity card. */
    public static final String OF_PERSONS = "1 2 5 6 8 9 A B C X 10 20";

    private Documents() {}
}
