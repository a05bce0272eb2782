package io.arrears.feed;

/** A file that is no CSV of its feed: where, and why. The whole delivery is refused for it. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;

    public Malformed(long line, String reason) {
        super(reason);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
