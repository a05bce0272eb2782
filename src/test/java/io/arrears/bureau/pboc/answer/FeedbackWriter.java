package io.arrears.bureau.pboc.answer;

import io.arrears.bureau.pboc.file.FeedbackFlag;
import io.arrears.bureau.pboc.file.FileName;
import io.arrears.bureau.pboc.file.FileRules;
import io.arrears.bureau.pboc.file.Packaging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers a submission as the bureau would, for tests: the refusals are given, everything else follows from the file. */
public final class FeedbackWriter {

    private FeedbackWriter() {}

    /** Every record was loaded (flag 1) unless there are refusals (flag 3), whose lines go back as they came. */
    public static Path answer(Path submission, List<Feedback.Refusal> refusals) throws IOException {
        Map<Integer, List<Feedback.Refusal>> byLine = refusals.stream()
                .collect(Collectors.groupingBy(Feedback.Refusal::line, TreeMap::new, Collectors.toList()));
        List<String> body = new ArrayList<>();
        int[] records = {0};
        FileRules.forEachRecord(submission, (line, text) -> {
            records[0]++;
            List<Feedback.Refusal> ofLine = byLine.getOrDefault(Math.toIntExact(line), List.of());
            if (!ofLine.isEmpty()) {
                body.add(line(line, ofLine, text));
            }
        });
        return write(
                submission,
                body.isEmpty() ? FeedbackFlag.ALL_LOADED : FeedbackFlag.PARTLY_LOADED,
                new FeedbackHeader("", records[0] - body.size(), body.size()),
                body);
    }

    /** An answer as the bureau zips it. */
    public static Path zipped(Path answer) throws IOException {
        return Packaging.ZIP.pack(answer);
    }

    /** The file as a whole was refused (flag 2): nothing is loaded. */
    public static Path refuse(Path submission, Feedback.Refusal refusal) throws IOException {
        return write(
                submission,
                FeedbackFlag.FILE_REFUSED,
                new FeedbackHeader("", 0, 0),
                List.of(line(refusal.line(), List.of(refusal), "")));
    }

    static Path write(Path submission, FeedbackFlag flag, FeedbackHeader header, List<String> body) throws IOException {
        FileName name = FileName.parse(String.valueOf(submission.getFileName())).feedback(flag);
        List<String> lines = new ArrayList<>(body);
        lines.add(0, new FeedbackHeader(name.text(), header.loaded(), header.failed()).line());
        return Files.writeString(submission.resolveSibling(name.file()), String.join("\r\n", lines));
    }

    static String line(long line, List<Feedback.Refusal> refusals, String record) {
        StringBuilder answer = new StringBuilder("<Document><FbInf>")
                .append("<ErrRecId>" + line + "</ErrRecId><FbErrNum>" + refusals.size() + "</FbErrNum>");
        for (Feedback.Refusal refusal : refusals) {
            answer.append(
                    "<ErrInf><FbCode>" + refusal.code() + "</FbCode><FbMsg>" + refusal.tag() + "</FbMsg></ErrInf>");
        }
        String returned = Base64.getEncoder().encodeToString(record.getBytes(StandardCharsets.UTF_8));
        return answer.append("<ErrRec>" + returned + "</ErrRec></FbInf></Document>")
                .toString();
    }
}
