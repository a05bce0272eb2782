package io.arrears.ops;

/** Where people say what became of what bureaus are told. */
public record Desk(Submissions submissions, Answers answers, RecordWords words, Baselines baselines) {}
