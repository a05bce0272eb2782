package io.arrears.bureau.pboc.record;

/**
 * A rule that a record breaks.
 *
 * @param rule the bureau's id of the rule, {@code I2100H05}; {@code OWN...} where the bureau has none
 * @param tag the element, section or record at fault
 * @param shown its value, masked when it is personal
 */
public record Fault(String rule, String tag, String shown, String reason) {}
