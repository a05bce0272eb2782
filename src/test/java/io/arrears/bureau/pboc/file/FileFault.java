package io.arrears.bureau.pboc.file;

/**
 * One breach of a file rule: the bureau's rule, the line, counted from 1 with the header first, and the reason.
 *
 * @param rule the bureau's id: {@code F0000301}
 * @param line 0 for the name
 * @param reason without anything personal
 */
public record FileFault(String rule, long line, String reason) {}
