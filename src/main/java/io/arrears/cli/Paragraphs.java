package io.arrears.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help that flows at the width of a terminal, wherever the lines of its text end in the source. */
final class Paragraphs extends Help {

    private static final int WIDTH = 80;

    private Paragraphs(CommandSpec command, ColorScheme colors) {
        super(command, colors);
    }

    /** Lets the help of a command and of those below it flow. */
    static CommandLine flowing(CommandLine command) {
        flow(command);
        return command.setUsageHelpWidth(WIDTH).setHelpFactory(Paragraphs::new);
    }

    private static void flow(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.description(joined(usage.description()));
        usage.footer(joined(usage.footer()));
        command.getSubcommands().values().forEach(Paragraphs::flow);
    }

    /** Without the line ends inside a paragraph; an empty line ends one, and an indented one stands alone. */
    static String[] joined(String... lines) {
        List<String> paragraphs = new ArrayList<>();
        boolean goesOn = false;
        for (String line : lines) {
            boolean isText = !line.isEmpty() && !line.startsWith(" ");
            if (isText && goesOn) {
                paragraphs.set(paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + line);
            } else {
                paragraphs.add(line);
            }
            goesOn = isText;
        }
        return paragraphs.toArray(String[]::new);
    }

    @Override
    public IOptionRenderer createDefaultOptionRenderer() {
        IOptionRenderer lines = super.createDefaultOptionRenderer();
        return (option, labels, colors) -> {
            Text[][] rows = lines.render(option, labels, colors);
            int last = rows[0].length - 1;
            for (int i = 1; i < rows.length; i++) {
                rows[0][last] = rows[0][last].concat(" ").concat(rows[i][last]);
            }
            return new Text[][] {rows[0]};
        };
    }
}
