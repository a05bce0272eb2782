package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.store.RequestStore;
import io.arrears.store.RequestStore.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What two people do, asked for by one and confirmed by another; it changes nothing before (S16). */
public final class Requests {

    /** How long somebody may confirm what was asked. */
    private static final Duration LIFE = Duration.ofDays(3);

    private static final int ID_LENGTH = 12;
    private static final int LONGEST = 4_000;
    private static final Signatory ANOTHER = new Signatory("another");

    private final SubmissionLog log;
    private final RequestStore store;
    private final Desk desk;

    public Requests(SubmissionLog log, RequestStore store, Desk desk) {
        this.log = log;
        this.store = store;
        this.desk = desk;
    }

    /** A thing that two people do together. */
    public interface Act {

        /** Does it, and says line by line what was done. */
        void act(Desk desk, TwoPeople people, Consumer<String> out) throws IOException;

        /** What it acts on, as it stands; reads only. */
        List<Subject> subjects(Desk desk) throws IOException;
    }

    /**
     * A thing that is acted on.
     *
     * @param state a text that any move of the thing makes another
     */
    public record Subject(String lender, String state) {

        Subject with(String more) {
            return new Subject(lender, state + " " + more);
        }
    }

    /**
     * One asks for an act that another has to confirm; it is tried, and undone, so that only what is allowed is asked for.
     *
     * @param command the act's words, by which it can be read again
     * @throws Refused as the act itself
     */
    public Request ask(List<String> command, Signatory by, Act act) {
        requireKeepable(command);
        TwoPeople people = new TwoPeople(by, ANOTHER);
        log.trial(() -> run(act, people, line -> {}));
        String lender = lender(subjects(act));
        return log.alone(lender, () -> {
            Instant at = log.now(lender);
            String subject = digest(act);
            String id = Sha256.of(String.join("\n", lender, subject, by.name(), at.toString(), words(command)))
                    .substring(0, ID_LENGTH);
            Request request = new Request(id, lender, command, subject, store.lastRun(lender), at, by.name());
            store.ask(request);
            log.append(lender, event(Event.What.REQUEST_MADE, at, request, List.of(by.name())));
            return request;
        });
    }

    /**
     * Another confirms what one asked for: it is done as if both had said it at once, whole or not at all.
     *
     * @param read reads an act from its words
     * @return what was done, line by line
     * @throws Refused (2) if nobody asked for it, it was confirmed, the same person asked, or it holds no longer; as the act itself
     */
    public List<String> confirm(String id, Signatory by, Function<Request, Act> read) {
        Request request = store.find(id)
                .orElseThrow(() -> new Refused(
                        ExitCode.USAGE,
                        "nobody made a request " + id + "; 'arrears status' lists those that are open"));
        return log.alone(request.lender(), () -> {
            if (store.isConfirmed(request)) {
                throw new Refused(ExitCode.USAGE, "request " + id + " is confirmed already");
            }
            TwoPeople people = new TwoPeople(new Signatory(request.by()), by);
            Act act = read.apply(request);
            requireOpen(request, act);
            List<String> done = new ArrayList<>();
            run(act, people, done::add);
            Instant at = log.now(request.lender());
            store.confirm(request, at, by.name());
            log.append(request.lender(), event(Event.What.REQUEST_CONFIRMED, at, request, people.names()));
            return done;
        });
    }

    /** What was asked of a lender and can still be confirmed, as far as can be seen here, oldest first. */
    public List<Request> open(String lender, Function<Request, Act> read) {
        return store.waiting(lender, log.clock().instant().minus(LIFE)).stream()
                .filter(request -> request.lastRun() == store.lastRun(lender) && isUnmoved(request, read))
                .toList();
    }

    private boolean isUnmoved(Request request, Function<Request, Act> read) {
        try {
            return digest(read.apply(request)).equals(request.subject());
        } catch (Refused | UncheckedIOException e) {
            return true; // its file may lie elsewhere: who confirms it is told
        }
    }

    private void requireOpen(Request request, Act act) {
        String why = "";
        if (log.clock().instant().isAfter(request.askedAt().plus(LIFE))) {
            why = "it was made more than three days ago";
        } else if (store.lastRun(request.lender()) != request.lastRun()) {
            why = "a night was published since";
        } else if (!digest(act).equals(request.subject())) {
            why = "what it is of has changed since";
        }
        if (!why.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "request " + request.id() + " of " + request.by() + " holds no longer: " + why
                            + ". Ask anew: 'arrears bureau " + words(request.command()) + " --by NAME'");
        }
    }

    private static void requireKeepable(List<String> command) {
        String text = String.join("\n", command);
        if (text.length() > LONGEST || text.lines().count() != command.size()) {
            throw new Refused(ExitCode.USAGE, "this is too long for one request; ask for fewer files at once");
        }
    }

    private static Event event(Event.What what, Instant at, Request request, List<String> people) {
        return Event.of(what, at)
                .on("request " + request.id())
                .people(people)
                .with("act", request.command().get(0))
                .digests(Map.of("command", Sha256.of(words(request.command())), "subject", request.subject()));
    }

    private static String lender(List<Subject> subjects) {
        List<String> lenders =
                subjects.stream().map(Subject::lender).distinct().sorted().toList();
        if (lenders.size() != 1) {
            throw new Refused(
                    ExitCode.USAGE,
                    "these files are of " + String.join(" and ", lenders) + "; ask for those of each by themselves");
        }
        return lenders.get(0);
    }

    private String digest(Act act) {
        return Sha256.of(subjects(act).stream().map(Subject::state).collect(Collectors.joining("\n")));
    }

    private List<Subject> subjects(Act act) {
        try {
            return act.subjects(desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Act act, TwoPeople people, Consumer<String> out) {
        try {
            act.act(desk, people, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a command is typed. */
    public static String words(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[\\p{L}\\p{N}_./:=,@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
