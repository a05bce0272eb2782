package io.arrears.bureau.pboc.answer;

import io.arrears.bureau.pboc.record.FeedbackCodes;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.xml.XmlLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of an answer: {@code <Document><FbInf>} with ErrRecId, FbErrNum, one ErrInf a reason, and ErrRec, in any order [U]; with
 * FbErrNum and ErrInf alone where the fault is the file's or its header's (pboc2-client.md, Answers).
 *
 * <p>What is malformed is an {@link IllegalArgumentException} that quotes nothing: the line holds a whole record. An element
 * that is not known is refused too; it might say what we would otherwise miss.
 */
final class FeedbackLine implements XmlLine.Content {

    private static final Set<String> ITEMS = Set.of("ErrRecId", "FbErrNum", "ErrInf", "ErrRec");
    private static final Set<String> REASON_ITEMS = Set.of("FbCode", "FbMsg");
    private static final Pattern LINE = Pattern.compile("[0-9]{1,8}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{6}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");
    private static final int LONGEST_MESSAGE = 100;

    private final List<Reason> reasons = new ArrayList<>();
    private String parent = "";
    private boolean begun;
    private boolean returned;
    private @Nullable String line;
    private @Nullable String count;
    private @Nullable String code;
    private @Nullable String tag;

    private record Reason(String code, String tag) {}

    @Override
    public void start(int depth, String element) {
        boolean known =
                switch (depth) {
                    case 1 -> element.equals("Document");
                    case 2 -> element.equals("FbInf");
                    case 3 -> ITEMS.contains(element);
                    case 4 -> parent.equals("ErrInf") && REASON_ITEMS.contains(element);
                    default -> false;
                };
        if (!known) {
            throw new IllegalArgumentException("an element, " + depth + " deep, that no answer has");
        }
        if (depth == 2) {
            once(begun, element);
            begun = true;
        }
        if (depth == 3) {
            parent = element;
        }
    }

    @Override
    public void end(int depth, String element, String text) {
        switch (element) {
            case "ErrRecId" -> {
                once(line != null, element);
                line = matching(LINE, text, "ErrRecId is no line number");
            }
            case "FbErrNum" -> {
                once(count != null, element);
                count = matching(COUNT, text, "FbErrNum is no count");
            }
            case "FbCode" -> {
                once(code != null, element);
                code = matching(CODE, text, "FbCode is no code like BLE019");
            }
            case "FbMsg" -> {
                once(tag != null, element);
                tag = tag(text);
            }
            case "ErrInf" -> {
                reasons.add(new Reason(present(code, "FbCode"), present(tag, "FbMsg")));
                code = null;
                tag = null;
            }
            case "ErrRec" -> {
                once(returned, element);
                returned = true;
            }
            default -> {}
        }
    }

    /** Refuses a line that lacks something or miscounts its reasons. */
    void requireWhole() {
        if (line == null && returned) {
            present(line, "ErrRecId");
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("ErrInf is missing");
        }
        if (Integer.parseInt(present(count, "FbErrNum")) != reasons.size()) {
            throw new IllegalArgumentException(
                    "FbErrNum says " + count + ", but ErrInf stands " + reasons.size() + " times");
        }
    }

    /** Whether its fault is the file's as a whole, or its header's. */
    boolean isOfFile() {
        return line == null;
    }

    int line() {
        return Integer.parseInt(present(line, "ErrRecId"));
    }

    /** Its reasons, each of a line of the submission. */
    List<Feedback.Refusal> refusals(int of) {
        return reasons.stream()
                .map(reason ->
                        new Feedback.Refusal(of, reason.code(), FeedbackCodes.rules(reason.code()), reason.tag()))
                .toList();
    }

    /** A message that is no item's tag may be anything, a person's name too, and is not kept. */
    private static String tag(String text) {
        String message = text.strip();
        if (Values.length(message) > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("FbMsg is longer than " + LONGEST_MESSAGE + " characters");
        }
        return TAG.matcher(message).matches() ? message : Feedback.WHOLE_RECORD;
    }

    private static String matching(Pattern pattern, String text, String otherwise) {
        String value = text.strip();
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }

    private static void once(boolean stoodBefore, String element) {
        if (stoodBefore) {
            throw new IllegalArgumentException(element + " stands twice");
        }
    }

    private static String present(@Nullable String value, String element) {
        if (value == null) {
            throw new IllegalArgumentException(element + " is missing");
        }
        return value;
    }
}
