package io.arrears.bureau.pboc.file;

/** What a file's name says of it: a submission, or the answer to one and how it went. */
public enum FeedbackFlag {
    SUBMISSION('0', "a submission"),
    ALL_LOADED('1', "every record was loaded"),
    /** Known from comments in lenders' programs only [U, pboc2.md 1.1]. */
    FILE_REFUSED('2', "the file as a whole was refused"),
    PARTLY_LOADED('3', "some records were loaded, some refused");

    private final char code;
    private final String meaning;

    FeedbackFlag(char code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public char code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    static FeedbackFlag of(char code) {
        for (FeedbackFlag flag : values()) {
            if (flag.code == code) {
                return flag;
            }
        }
        throw new IllegalArgumentException("not a feedback flag: " + code);
    }
}
