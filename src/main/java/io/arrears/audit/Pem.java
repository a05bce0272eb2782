package io.arrears.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as text, the way every other tool reads them. */
final class Pem {

    private Pem() {}

    static String write(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    static byte[] read(String pem, String kind) {
        Matcher block = Pattern.compile(
                        "-----BEGIN " + kind + "-----\\s+([A-Za-z0-9+/=\\s]+?)-----END " + kind + "-----")
                .matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + kind + " in it");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
