package io.arrears.batch;

import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.PartFile;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorkFolder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes one partition's part files; their bytes are on disk before the commit that counts them. */
class ListWriter implements ItemStreamWriter<Listing.Lines> {

    private final WorkFolder work;
    private final int partition;
    private final Map<String, PartFile> parts = new LinkedHashMap<>();

    ListWriter(WorkFolder work, int partition) {
        this.work = work;
        this.partition = partition;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            for (String file : new String[] {DelinquencyCsv.FILE, ReviewCsv.FILE}) {
                parts.put(file, new PartFile(work.part(file, partition), context.getLong(file, 0)));
            }
        } catch (IOException e) {
            throw new ItemStreamException("a part file cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public void write(Chunk<? extends Listing.Lines> chunk) throws IOException {
        for (Listing.Lines lines : chunk) {
            part(DelinquencyCsv.FILE).write(lines.delinquency());
            part(ReviewCsv.FILE).write(lines.review());
        }
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

    private PartFile part(String file) {
        PartFile part = parts.get(file);
        if (part == null) {
            throw new IllegalStateException("not open");
        }
        return part;
    }
}
