package io.arrears.cli;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Visible;
import io.arrears.feed.Column;
import io.arrears.feed.Feed;
import io.arrears.feed.FeedExample;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        header = "Lists the files of a delivery and their columns.",
        description =
                "Lists the files that a delivery may hold and their columns, required ones with *; docs/feeds.md says what"
                        + " each means.")
final class FeedsCommand implements Callable<Integer> {

    @Option(
            names = "--example",
            paramLabel = "DIR",
            description = "Write a small delivery there that can be imported; no file is overwritten.")
    private @Nullable Path example;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Console.out(spec);
        for (Feed feed : Feed.values()) {
            if (example == null) {
                out.println(feed.file() + ": "
                        + feed.layout().columns().stream()
                                .map(FeedsCommand::named)
                                .collect(Collectors.joining(" ")));
            } else {
                out.println(Visible.of(written(example, feed).toString()));
            }
        }
        return 0;
    }

    private static String named(Column column) {
        return column.required() ? column.name() + "*" : column.name();
    }

    private static Path written(Path folder, Feed feed) {
        Path file = folder.resolve(feed.file());
        try {
            Files.createDirectories(folder);
            return Files.writeString(
                    file, FeedExample.csv(feed), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Refused(
                    ExitCode.USAGE,
                    file + ": cannot be written, or is there already; name a folder that is empty or not there yet");
        }
    }
}
