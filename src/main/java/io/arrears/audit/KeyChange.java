package io.arrears.audit;

import java.util.Map;
import java.util.Optional;

/**
 * That one key follows another, said by the first: who trusts that one may trust the next.
 *
 * @param before the key that signed until then, X.509 in Base64
 * @param after the key that signs from then on
 * @param signature of the first over {@link #signed}; of a key that was lost there is none
 */
public record KeyChange(String before, String after, String signature) {

    /** Says that a key is followed by another. */
    public static KeyChange sign(SigningKey before, VerifyKey after) {
        String signed = signed(after.encoded());
        return new KeyChange(before.verifyKey().encoded(), after.encoded(), before.sign(signed));
    }

    private static String signed(String after) {
        return "the key that follows: " + after;
    }

    /** The event of it, to be completed by who changed the key and why. */
    public Event on(Event event) {
        return event.before(before).after(after).with("signature", signature);
    }

    /** What an event says of a change of key, if it does and the first key said it. */
    static Optional<KeyChange> of(Map<String, Object> event) {
        if (!Event.What.KEY_CHANGED.text().equals(event.get("what"))) {
            return Optional.empty();
        }
        KeyChange change = new KeyChange(
                String.valueOf(event.get("before")),
                String.valueOf(event.get("after")),
                String.valueOf(event.get("signature")));
        return change.holds() ? Optional.of(change) : Optional.empty();
    }

    /** Whether an event says that this key signs from then on, whoever said it. */
    public static boolean isTo(AuditEvent event, VerifyKey key) {
        Map<String, Object> fields = event.fields();
        return Event.What.KEY_CHANGED.text().equals(fields.get("what"))
                && key.encoded().equals(fields.get("after"));
    }

    private boolean holds() {
        try {
            return new VerifyKey(before).verifies(signed(after), signature)
                    && new VerifyKey(after).encoded().equals(after);
        } catch (IllegalArgumentException e) {
            return false; // one of the two is no key
        }
    }
}
