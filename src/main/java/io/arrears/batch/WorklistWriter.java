package io.arrears.batch;

import io.arrears.ladder.AccountWorklist;
import io.arrears.publish.WorkFolder;
import io.arrears.publish.WorklistParts;
import java.io.IOException;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes one partition's parts of the two lists of the ladder. */
class WorklistWriter extends Parts implements ItemStreamWriter<AccountWorklist> {

    private static final List<String> PARTS = List.of(WorklistParts.LINES, WorklistParts.WITHHELD);

    WorklistWriter(WorkFolder work, int partition) {
        super(work, partition, PARTS);
    }

    @Override
    public void write(Chunk<? extends AccountWorklist> chunk) throws IOException {
        for (AccountWorklist worklist : chunk) {
            for (String part : PARTS) {
                write(part, WorklistParts.text(part, worklist));
            }
        }
    }
}
