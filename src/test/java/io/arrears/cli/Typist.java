package io.arrears.cli;

/** Types one command after the other into the program, each a text with spaces, and marks where each begins and ends. */
final class Typist {

    static final String BEGIN = "begin ";
    static final String END = "end ";

    /** Stands in a command for a new line in what is typed. */
    static final String NEW_LINE = "\u2424";

    private Typist() {}

    public static void main(String[] commands) {
        for (String command : commands) {
            System.out.println(BEGIN + command);
            int code = Arrears.run(
                    command.isEmpty()
                            ? new String[0]
                            : command.replace(NEW_LINE, "\n").split(" ", -1));
            System.out.println(END + code);
        }
    }
}
