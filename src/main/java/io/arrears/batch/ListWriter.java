package io.arrears.batch;

import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.DelinquencyLists;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.Traits;
import io.arrears.publish.WorkFolder;
import java.io.IOException;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes one partition's parts of delinquency.csv, review.csv and the traits. */
class ListWriter extends Parts implements ItemStreamWriter<DelinquencyLists.Lines> {

    ListWriter(WorkFolder work, int partition) {
        super(work, partition, List.of(DelinquencyCsv.FILE, ReviewCsv.FILE, Traits.PART));
    }

    @Override
    public void write(Chunk<? extends DelinquencyLists.Lines> chunk) throws IOException {
        for (DelinquencyLists.Lines lines : chunk) {
            write(DelinquencyCsv.FILE, lines.delinquency());
            write(ReviewCsv.FILE, lines.review());
            write(Traits.PART, lines.traits());
        }
    }
}
