package io.arrears.bureau.registry;

import io.arrears.furnish.Answer;
import io.arrears.furnish.FileEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** {@code SUBMISSION LOADED REFUSED}, then a line {@code RECORD CODE TAG} a reason, records counted from 0. */
record RegistryAnswer(Path text, String submission, long loaded, long refused, List<Reason> all) implements Answer {

    static RegistryAnswer of(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] head = lines.get(0).split(" ");
        List<Reason> reasons = lines.stream()
                .skip(1)
                .map(line -> line.split(" "))
                .map(words -> new Reason(Long.parseLong(words[0]), words[1], words[2]))
                .toList();
        return new RegistryAnswer(file, head[0], Long.parseLong(head[1]), Long.parseLong(head[2]), reasons);
    }

    @Override
    public FileEvent event() {
        return FileEvent.ANSWER;
    }

    @Override
    public void reasons(Consumer<Reason> taker) {
        all.forEach(taker);
    }

    @Override
    public void close() {
        // nothing was unpacked
    }
}
