package io.arrears.furnish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a bureau, or its own client, said to one submission. */
public interface Answer extends Closeable {

    /** The answer's text, in the zip where it is packed; to be read until this is closed. */
    Path text();

    /** The name of the submission that it is of. */
    String submission();

    /** {@link FileEvent#ANSWER} record by record, {@link FileEvent#REFUSAL} of the whole file, or {@link FileEvent#BAD} by the client. */
    FileEvent event();

    long loaded();

    long refused();

    /** Hands over each reason for which a record was refused; of what is wrong with the file itself no record is the place. */
    void reasons(Consumer<Reason> taker) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * One reason.
     *
     * @param record of the submission, counted from 0
     * @param tag where; empty where the answer does not say
     */
    record Reason(long record, String code, String tag) {}
}
