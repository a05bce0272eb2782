package io.arrears.audit;

import java.util.ArrayList;
import java.util.List;

/** Walks a chain from a head that is known, event by event, and says where it breaks. */
public final class Chain {

    private long number;
    private String hash;

    public Chain(Checkpoint.Head from) {
        this.number = from.number();
        this.hash = from.hash();
    }

    /** Where the walk has come to. */
    public Checkpoint.Head head() {
        return new Checkpoint.Head(number, hash);
    }

    /** Takes the next event; returns what is wrong with it, and goes on behind it all the same. */
    public List<String> next(AuditEvent event) {
        List<String> wrong = new ArrayList<>();
        if (event.number() == number + 2) {
            wrong.add("event " + (number + 1) + " was removed");
        } else if (event.number() > number + 2) {
            wrong.add("events " + (number + 1) + " to " + (event.number() - 1) + " were removed");
        } else if (event.number() <= number) {
            wrong.add("event " + event.number() + " stands behind event " + number + ", out of its order");
        } else if (!event.follows(hash)) {
            wrong.add("event " + event.number() + " was changed, or one before it: its hash does not follow from them");
        }
        number = event.number();
        hash = event.hash();
        return wrong;
    }
}
