package io.arrears.store.jdbc;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The authority that signed the certificate of the database's server, as the driver wants to have it: it reads key stores alone. */
final class TrustedCa {

    private static final String PASSWORD = "arrears"; // of a store with nothing secret in it

    private TrustedCa() {}

    /**
     * The driver's properties that make it trust the certificates of a PEM file, and no others.
     *
     * @throws Refused (2) when the file cannot be read or holds no certificate, (1) when the key store cannot be written
     */
    static Map<String, String> properties(Path pem) {
        KeyStore trusted = trusted(pem);
        try {
            Path store = Files.createTempFile("arrears-ca", ".p12");
            store.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(store)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("trustCertificateKeyStoreUrl", store.toUri().toString());
            properties.put("trustCertificateKeyStoreType", "PKCS12");
            properties.put("trustCertificateKeyStorePassword", PASSWORD);
            return properties;
        } catch (IOException | GeneralSecurityException e) {
            throw new Refused(
                    ExitCode.FAILED,
                    "what ARREARS_DB_CA holds cannot be kept in a file for the driver (" + e.getMessage()
                            + "); is the folder for temporary files full or not writable?");
        }
    }

    private static KeyStore trusted(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw noCertificate(pem);
            }
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Certificate certificate : certificates) {
                trusted.setCertificateEntry("ca" + trusted.size(), certificate);
            }
            return trusted;
        } catch (IOException e) {
            throw new Refused(ExitCode.USAGE, "ARREARS_DB_CA: " + pem + " cannot be read");
        } catch (GeneralSecurityException e) {
            throw noCertificate(pem);
        }
    }

    private static Refused noCertificate(Path pem) {
        return new Refused(
                ExitCode.USAGE,
                "ARREARS_DB_CA: " + pem
                        + " is no certificate; expected PEM, which begins with -----BEGIN CERTIFICATE-----");
    }
}
