package io.arrears.reconcile;

import io.arrears.Reason;
import io.arrears.TwoPeople;
import java.util.Set;

/**
 * Two named people who let a night go out though these identities differ, and why; as it is kept, so that what an older
 * program kept is read too. A new one is made {@link #of} two people.
 */
public record Acceptance(Set<Identity> identities, String byOne, String byTwo, String reason) {

    public Acceptance {
        identities = Set.copyOf(identities);
    }

    public static Acceptance of(Set<Identity> identities, TwoPeople people, Reason reason) {
        return new Acceptance(identities, people.one().name(), people.other().name(), reason.text());
    }

    /** The same people's, of those identities alone that do differ. */
    public Acceptance of(Set<Identity> differing) {
        return new Acceptance(differing, byOne, byTwo, reason);
    }
}
