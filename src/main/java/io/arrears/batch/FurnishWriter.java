package io.arrears.batch;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Pending;
import io.arrears.furnish.RecordParts;
import io.arrears.publish.BureauParts;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.Furnished;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.store.bureau.FurnishedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes one partition's records for a bureau and the lists beside them; what was told is remembered by the same commit. */
class FurnishWriter extends Parts implements ItemStreamWriter<Furnished> {

    private final List<String> kinds;
    private final Bureau bureau;
    private final FurnishedWriter furnished;
    private final Map<String, Long> ordinals = new HashMap<>();

    FurnishWriter(WorkFolder work, int partition, Bureau bureau, FurnishedWriter furnished) {
        super(work, partition, files(bureau));
        this.kinds = bureau.files().kinds();
        this.bureau = bureau;
        this.furnished = furnished;
    }

    private static List<String> files(Bureau bureau) {
        Stream<String> lists =
                Stream.concat(Arrays.stream(FurnishCsv.values()).map(FurnishCsv::file), Stream.of(ReviewCsv.FILE));
        return Stream.concat(bureau.files().kinds().stream(), lists)
                .map(file -> BureauParts.name(bureau, file))
                .toList();
    }

    @Override
    public void open(ExecutionContext context) {
        super.open(context);
        kinds.forEach(kind -> ordinals.put(kind, context.getLong(ORDINAL + kind, 0)));
    }

    @Override
    public void write(Chunk<? extends Furnished> chunk) throws IOException {
        List<FurnishedWriter.Numbered> records = new ArrayList<>();
        List<Pending> pending = new ArrayList<>();
        for (Furnished account : chunk) {
            for (Decision.Report record : account.records()) {
                long ordinal = ordinals.merge(record.kind(), 1L, Math::addExact) - 1;
                records.add(new FurnishedWriter.Numbered(account.account(), ordinal, record));
                write(BureauParts.name(bureau, record.kind()), record.line() + RecordParts.LINE_END);
            }
            for (Map.Entry<String, String> line : account.lines().entrySet()) {
                write(BureauParts.name(bureau, line.getKey()), line.getValue());
            }
            if (account.pending() != null) {
                pending.add(account.pending());
            }
        }
        furnished.write(records, pending);
    }

    @Override
    public void update(ExecutionContext context) {
        super.update(context);
        ordinals.forEach((kind, ordinal) -> context.putLong(ORDINAL + kind, ordinal));
    }
}
