package io.arrears.delinquency;

/** A fact that a rule set aside, named by its id; it holds the account from every bureau until it is cleared. */
public record Review(ReviewCode code, String subject) {}
