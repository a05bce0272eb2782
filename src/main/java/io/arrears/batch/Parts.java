package io.arrears.batch;

import io.arrears.publish.PartFile;
import io.arrears.publish.WorkFolder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemStreamException;

/** One partition's part files; their bytes are on disk before the commit that counts them. */
class Parts implements ItemStream {

    /** What leads the numbers of records in a context; every other number in it is the length of a part. */
    static final String ORDINAL = "ordinal-";

    private final WorkFolder work;
    private final int partition;
    private final List<String> files;
    private final Map<String, PartFile> parts = new LinkedHashMap<>();

    Parts(WorkFolder work, int partition, List<String> files) {
        this.work = work;
        this.partition = partition;
        this.files = List.copyOf(files);
    }

    /** The committed lengths of a partition's parts, by their names, as a step's context has them. */
    static Map<String, Long> committed(ExecutionContext context) {
        Map<String, Long> lengths = new TreeMap<>();
        context.entrySet().forEach(entry -> {
            if (entry.getValue() instanceof Long length && !entry.getKey().startsWith(ORDINAL)) {
                lengths.put(entry.getKey(), length);
            }
        });
        return lengths;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            for (String file : files) {
                parts.put(file, new PartFile(work.part(file, partition), context.getLong(file, 0)));
            }
        } catch (IOException e) {
            throw new ItemStreamException("a part file cannot be opened: " + e.getMessage(), e);
        }
    }

    void write(String file, String text) throws IOException {
        PartFile part = parts.get(file);
        if (part == null) {
            throw new IllegalStateException(file + " is not open");
        }
        part.write(text);
    }

    @Override
    public void update(ExecutionContext context) {
        try {
            for (Map.Entry<String, PartFile> part : parts.entrySet()) {
                context.putLong(part.getKey(), part.getValue().force());
            }
        } catch (IOException e) {
            throw new ItemStreamException("a part file cannot be brought to disk: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            for (PartFile part : parts.values()) {
                part.close();
            }
            parts.clear();
        } catch (IOException e) {
            throw new ItemStreamException("a part file cannot be closed: " + e.getMessage(), e);
        }
    }
}
