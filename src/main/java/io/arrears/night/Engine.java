package io.arrears.night;

import java.util.Objects;

/** The version of the rules that assess: a night under another one than the night before assesses every account. */
public final class Engine {

    public static final String VERSION = "5";

    /** The program's own version, as its jar says; {@code development} outside a jar. */
    public static final String PROGRAM_VERSION =
            Objects.requireNonNullElse(Engine.class.getPackage().getImplementationVersion(), "development");

    private Engine() {}
}
