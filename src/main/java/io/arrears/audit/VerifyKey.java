package io.arrears.audit;

import io.arrears.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

/**
 * The public half of an Ed25519 key: with it anybody can check a signature, and nobody make one.
 *
 * @param encoded X.509, in Base64
 */
public record VerifyKey(String encoded) {

    static final String ALGORITHM = "Ed25519";
    private static final String PEM = "PUBLIC KEY";

    /** Refuses what is no such key. */
    public VerifyKey {
        Objects.requireNonNull(encoded);
        key(encoded);
    }

    /** Reads it from PEM, as {@code keys/audit.pub} holds it; throws {@link IllegalArgumentException} if there is none. */
    public static VerifyKey parse(String pem) {
        return new VerifyKey(Base64.getEncoder().encodeToString(Pem.read(pem, PEM)));
    }

    public String pem() {
        return Pem.write(PEM, Base64.getDecoder().decode(encoded));
    }

    /** The first 16 digits of its SHA-256: short enough to read out over the telephone. */
    public String id() {
        return Sha256.of(Base64.getDecoder().decode(encoded)).substring(0, 16);
    }

    public boolean verifies(String content, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key(encoded));
            check.update(content.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // a signature that is not even one
        }
    }

    private static PublicKey key(String encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("holds no public Ed25519 key", e);
        }
    }
}
