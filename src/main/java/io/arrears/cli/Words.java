package io.arrears.cli;

import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** What users type and read, in words of theirs instead of Java's. */
final class Words {

    private Words() {}

    static LocalDate date(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (text.length() == "2026-11-20".length()) {
                return day; // in years of four digits, which every file and database holds
            }
            throw new TypeConversionException("expected a day such as 2026-11-20, found '" + text + "'");
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("expected a day such as 2026-11-20, found '" + text + "'");
        }
    }

    static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a number such as 1 or 0.5, found '" + text + "'");
        }
    }

    static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a whole number such as 7, found '" + text + "'");
        }
    }

    static int count(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a whole number such as 7, found '" + text + "'");
        }
    }

    /** An empty one, as an unset variable of a script leaves, would be the folder that somebody happens to be in. */
    static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("expected a file or a folder, found an empty name");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "expected a file or a folder that this machine can name, found '" + text + "'");
        }
    }

    /** Trouble with a file, in one line: what was tried, which file, and why it went wrong. */
    static String trouble(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause instanceof FileSystemException file ? file.getFile() + why(file) : told(cause);
        String tried = failure == cause
                        || String.valueOf(failure.getMessage())
                                .contains(cause.getClass().getName())
                ? ""
                : failure.getMessage() + ": ";
        return tried + why;
    }

    private static String why(FileSystemException file) {
        if (file.getReason() != null) {
            return ": " + file.getReason();
        }
        if (file instanceof NoSuchFileException) {
            return " is not there";
        } else if (file instanceof FileAlreadyExistsException) {
            return " is there already";
        } else if (file instanceof AccessDeniedException) {
            return " may not be used";
        }
        return " cannot be used";
    }

    private static String told(Throwable cause) {
        return cause.getMessage() == null ? "no reason was given" : cause.getMessage();
    }
}
