package io.arrears.batch;

import io.arrears.delinquency.Standing;
import io.arrears.night.Assessed;
import io.arrears.publish.MovementsCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.store.account.StandingWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes one partition's standings that changed, and its part of movements.csv. */
class AssessWriter extends Parts implements ItemStreamWriter<Assessed> {

    private final StandingWriter standings;

    AssessWriter(WorkFolder work, int partition, StandingWriter standings) {
        super(work, partition, List.of(MovementsCsv.FILE));
        this.standings = standings;
    }

    @Override
    public void write(Chunk<? extends Assessed> chunk) throws IOException {
        List<Standing> changed = new ArrayList<>();
        for (Assessed account : chunk) {
            if (account.changed() != null) {
                changed.add(account.changed());
            }
            if (account.moved() != null) {
                write(MovementsCsv.FILE, MovementsCsv.line(account.moved()));
            }
        }
        standings.write(changed);
    }
}
