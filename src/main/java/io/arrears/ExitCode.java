package io.arrears;

/** How a command ended, as cron and data-ops see it. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    DIFFERENCE(3),
    REJECTED(4),
    LOCKED(75);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
