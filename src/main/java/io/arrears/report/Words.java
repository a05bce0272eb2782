package io.arrears.report;

import io.arrears.lender.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Every text of the page in one language, from its message file, and numbers as they are written in it. */
final class Words {

    private final Language language;
    private final Properties texts = new Properties();

    Words(Language language) {
        this(language, "messages");
    }

    /** @param family the name of the file before its language */
    Words(Language language, String family) {
        this.language = language;
        String file = family + "_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " in this build");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page's {@code lang}. */
    String tag() {
        return switch (language) {
            case EN -> "en";
            case ZH -> "zh-Hans";
        };
    }

    /** The text with its places {0}, {1} … filled. */
    String get(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text, or what is named itself where a code has no text of its own. */
    String or(String prefix, String code) {
        return texts.getProperty(prefix + code, code);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    /** With a sign, and a true minus; the same stays 0. */
    static String change(BigDecimal change) {
        String size = amount(change.abs());
        return change.signum() == 0 ? "±" + size : (change.signum() < 0 ? "−" : "+") + size;
    }

    /** A share of a whole in percent with one decimal, half up; nothing of nothing. */
    static String share(long part, long whole) {
        BigDecimal percent = percent(part, whole);
        return percent == null ? "–" : percent + " %";
    }

    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
