package io.arrears.delinquency;

/** A fact that a rule set aside, named by its id; most hold the account from every bureau until they are cleared. */
public record Review(ReviewCode code, String subject) {}
