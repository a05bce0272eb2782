package io.arrears.store.jdbc;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.exceptions.CJException;
import io.arrears.ExitCode;
import io.arrears.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a connection to MySQL is kept from being read and from being answered by somebody else. */
public enum Transport {
    /** The server proves its name by a certificate that is trusted. */
    VERIFY("VERIFY_IDENTITY", "encrypted, the server's name and certificate are verified"),
    /** Nobody reads along, but whoever answers is believed. */
    ENCRYPT("REQUIRED", "encrypted, but the server is not verified"),
    OFF("DISABLED", "not encrypted");

    private static final String MODE = "sslMode";

    private static final List<String> KEYS = List.of("sslmode", "usessl", "requiressl", "verifyservercertificate");

    /** What sends a connection elsewhere than to the host of the URL, or by other means than TCP. */
    private static final List<String> DETOURS =
            List.of("socketfactory", "socksproxyhost", "dnssrv", "propertiestransform", "protocol");

    private final String mode;
    private final String meaning;

    Transport(String mode, String meaning) {
        this.mode = mode;
        this.meaning = meaning;
    }

    /**
     * A MySQL URL with the transport in it. Without a setting a host that is not this one is verified, and one that is stays as the
     * URL has it.
     *
     * @param setting ARREARS_DB_TLS; none when it is not set
     * @param ca ARREARS_DB_CA, which asks for a server that is verified; none when it is not set
     * @throws Refused (2) when the setting is none, or the URL says something else: what is weaker is said by the setting alone
     */
    public static String secured(String url, @Nullable String setting, @Nullable Path ca) {
        if (setting == null && ca == null && isLocal(url)) {
            return url;
        }
        Transport wanted = setting == null ? VERIFY : of(setting);
        if (ca != null && wanted != VERIFY) {
            throw new Refused(
                    ExitCode.USAGE,
                    "ARREARS_DB_CA names who is trusted, but ARREARS_DB_TLS=" + setting
                            + " verifies nobody; leave one of them out");
        }
        for (HostInfo host : hosts(url)) {
            host.getHostProperties().forEach(wanted::requireSame);
        }
        Map<String, String> properties = new LinkedHashMap<>(ca == null ? Map.of() : TrustedCa.properties(ca));
        properties.put(MODE, wanted.mode);
        String secured = url
                + (url.contains("?") ? "&" : "?")
                + properties.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        for (HostInfo host : hosts(secured)) {
            if (!host.getHostProperties().entrySet().containsAll(properties.entrySet())) {
                throw notUnderstood(); // a '#' hides what comes after it, say
            }
        }
        return secured;
    }

    /** What stands of it in a URL, for people. */
    static String meaning(String url) {
        String mode = hosts(url).get(0).getHostProperties().get(MODE);
        for (Transport transport : values()) {
            if (transport.mode.equals(mode)) {
                return transport.meaning;
            }
        }
        return "on this host";
    }

    private static Transport of(String setting) {
        for (Transport transport : values()) {
            if (transport.name().equals(setting.strip().toUpperCase(Locale.ROOT))) {
                return transport;
            }
        }
        throw new Refused(ExitCode.USAGE, "ARREARS_DB_TLS: expected verify, encrypt or off, found '" + setting + "'");
    }

    private void requireSame(String key, @Nullable String value) {
        String name = key.toLowerCase(Locale.ROOT);
        boolean same = name.equals("sslmode") && mode.equalsIgnoreCase(value);
        if (KEYS.contains(name) && !same) {
            throw new Refused(
                    ExitCode.USAGE,
                    "ARREARS_DB_URL says " + key + "=" + value + ", but the connection is to be " + meaning
                            + "; take it out of the URL, and where that is meant say ARREARS_DB_TLS=encrypt or off");
        }
    }

    /** Whether each host is this one by its name or number alone; a name that has to be looked up may be anybody's. */
    private static boolean isLocal(String url) {
        return hosts(url).stream()
                .allMatch(host -> isLocalHost(host.getHost())
                        && host.getHostProperties().keySet().stream()
                                .noneMatch(key -> DETOURS.contains(key.toLowerCase(Locale.ROOT))));
    }

    private static boolean isLocalHost(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        return name.equals("localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.matches("(0{1,4}:){7}0{0,3}1|::1|(::|(0{1,4}:){5})ffff:127(\\.\\d{1,3}){3}");
    }

    /** As the driver itself reads them; what it says of others could hold a password. */
    private static List<HostInfo> hosts(String url) {
        try {
            return ConnectionUrl.getConnectionUrlInstance(url, new Properties()).getHostsList();
        } catch (CJException e) {
            throw notUnderstood();
        }
    }

    private static Refused notUnderstood() {
        return new Refused(
                ExitCode.USAGE,
                "ARREARS_DB_URL cannot be understood; expected jdbc:mysql://HOST:PORT/DATABASE?KEY=VALUE&…");
    }
}
