package io.arrears.bureau.pboc.answer;

import io.arrears.bureau.pboc.file.FeedbackFlag;
import io.arrears.furnish.Answer;
import io.arrears.furnish.FileEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The bureau's feedback to one submission, or its client's {@code .bad}. */
public final class PbocAnswer implements Answer {

    private final AnswerFile file;
    private final Feedback feedback;

    private PbocAnswer(AnswerFile file, Feedback feedback) {
        this.file = file;
        this.feedback = feedback;
    }

    /**
     * Opens an answer and reads it once to its end.
     *
     * @throws io.arrears.Refused (4) when it is not whole
     */
    public static PbocAnswer of(Path path) throws IOException {
        AnswerFile file = AnswerFile.of(path);
        try {
            return new PbocAnswer(file, Feedback.read(file.text(), refusal -> {}));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Path text() {
        return file.text();
    }

    @Override
    public String submission() {
        return feedback.submission().text();
    }

    @Override
    public FileEvent event() {
        if (feedback.isOfClient()) {
            return FileEvent.BAD;
        }
        return feedback.flag() == FeedbackFlag.FILE_REFUSED ? FileEvent.REFUSAL : FileEvent.ANSWER;
    }

    @Override
    public long loaded() {
        return feedback.loaded();
    }

    @Override
    public long refused() {
        return feedback.failed();
    }

    @Override
    public void reasons(Consumer<Reason> taker) throws IOException {
        Feedback.read(file.text(), refusal -> {
            long record = (long) refusal.line() - Feedback.FIRST_RECORD;
            if (record >= 0) {
                taker.accept(new Reason(record, refusal.code(), refusal.tag()));
            }
        });
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
