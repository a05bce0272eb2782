package io.arrears;

/**
 * Something a user caused and can mend: the command ends with this code and prints this message, no stack trace.
 *
 * <p>The message says what is wrong, where (file, line, field, masked value) and what to do.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String message;

    public Refused(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
