package io.arrears.reconcile;

import java.util.Set;

/** Two named people who let a night go out though these identities differ, and why. */
public record Acceptance(Set<Identity> identities, String byOne, String byTwo, String reason) {

    public Acceptance {
        identities = Set.copyOf(identities);
    }
}
