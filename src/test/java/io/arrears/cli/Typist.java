package io.arrears.cli;

/** Types one command after the other into the program, each a text with spaces, and marks where each begins and ends. */
final class Typist {

    static final String BEGIN = "begin ";
    static final String END = "end ";

    private Typist() {}

    public static void main(String[] commands) {
        for (String command : commands) {
            System.out.println(BEGIN + command);
            int code = Arrears.run(command.isEmpty() ? new String[0] : command.split(" ", -1));
            System.out.println(END + code);
        }
    }
}
