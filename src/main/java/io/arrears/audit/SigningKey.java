package io.arrears.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key pair: what signs checkpoints. */
public final class SigningKey {

    private static final String PEM = "PRIVATE KEY";

    private final PrivateKey secret;
    private final VerifyKey open;

    private SigningKey(PrivateKey secret, VerifyKey open) {
        this.secret = secret;
        this.open = open;
    }

    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(VerifyKey.ALGORITHM).generateKeyPair();
            String encoded = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            return new SigningKey(pair.getPrivate(), new VerifyKey(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /** Reads both halves from PEM; throws {@link IllegalArgumentException} when one is missing or they are no pair. */
    public static SigningKey parse(String pem) {
        try {
            PrivateKey secret = KeyFactory.getInstance(VerifyKey.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(pem, PEM)));
            SigningKey key = new SigningKey(secret, VerifyKey.parse(pem));
            if (!key.open.verifies("", key.sign(""))) {
                throw new IllegalArgumentException("its two halves belong to different keys");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private Ed25519 key", e);
        }
    }

    /** Both halves; whoever has this can sign. */
    public String pem() {
        return Pem.write(PEM, secret.getEncoded()) + open.pem();
    }

    public VerifyKey verifyKey() {
        return open;
    }

    /** The signature of a text's UTF-8, in Base64; the same text gives the same signature. */
    public String sign(String content) {
        try {
            Signature signature = Signature.getInstance(VerifyKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + open.id() + "]";
    }
}
