package io.arrears.bureau.pboc.rule;

import java.time.LocalDateTime;

/**
 * The file that a record goes out in, as far as rules ask.
 *
 * @param segmentCode the provider's 14 characters in the file's header
 * @param generatedAt the header's generation time, on the provider's clock
 */
public record Filing(String segmentCode, LocalDateTime generatedAt) {}
