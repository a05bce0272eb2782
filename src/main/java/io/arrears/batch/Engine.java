package io.arrears.batch;

/** The version of the rules that assess: a night under another one than the night before assesses every account. */
public final class Engine {

    public static final String VERSION = "1";

    private Engine() {}
}
