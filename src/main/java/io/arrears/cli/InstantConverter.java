package io.arrears.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Instants with Z or an offset: {@code 2026-11-20T23:59:59+08:00}. */
final class InstantConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (Character.isDigit(text.charAt(0))) {
                return instant; // in years of four digits, which every database holds
            }
            throw new TypeConversionException("expected an instant such as 2026-11-21T02:00:00Z, found '" + text + "'");
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("expected an instant such as 2026-11-21T02:00:00Z, found '" + text + "'");
        }
    }
}
