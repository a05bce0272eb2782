package io.arrears.batch;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Outcome;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.store.FurnishedWriter;
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

    /** Its lines of review.csv stand behind those of the listing, so its parts of that file are numbered from here. */
    private static final int BEHIND = 50_000;

    private static final String LINE_END = "\r\n";

    private final List<String> kinds;
    private final String bureau;
    private final FurnishedWriter furnished;
    private final Map<String, Long> ordinals = new HashMap<>();
    private final Parts reviews;

    FurnishWriter(WorkFolder work, int partition, Bureau bureau, FurnishedWriter furnished) {
        super(work, partition, files(bureau));
        this.kinds = bureau.kinds();
        this.bureau = bureau.furnishing().bureau();
        this.furnished = furnished;
        this.reviews = new Parts(work, BEHIND + partition, List.of(ReviewCsv.FILE));
    }

    /** The part of a bureau's records of one kind. */
    static String part(String bureau, String kind) {
        return bureau + "-" + kind;
    }

    private static List<String> files(Bureau bureau) {
        String name = bureau.furnishing().bureau();
        return Stream.concat(
                        bureau.kinds().stream().map(kind -> part(name, kind)),
                        Arrays.stream(FurnishCsv.values()).map(FurnishCsv::file))
                .toList();
    }

    @Override
    public void open(ExecutionContext context) {
        super.open(context);
        reviews.open(context);
        kinds.forEach(kind -> ordinals.put(kind, context.getLong("ordinal-" + kind, 0)));
    }

    @Override
    public void write(Chunk<? extends Furnished> chunk) throws IOException {
        List<FurnishedWriter.Numbered> records = new ArrayList<>();
        List<FurnishedWriter.Pending> pending = new ArrayList<>();
        for (Furnished account : chunk) {
            for (Outcome.Furnished record : account.records()) {
                long ordinal = ordinals.merge(record.kind(), 1L, Math::addExact) - 1;
                records.add(new FurnishedWriter.Numbered(account.account(), ordinal, record));
                write(part(bureau, record.kind()), record.line() + LINE_END);
            }
            for (Map.Entry<String, String> line : account.lines().entrySet()) {
                if (line.getKey().equals(ReviewCsv.FILE)) {
                    reviews.write(line.getKey(), line.getValue());
                } else {
                    write(line.getKey(), line.getValue());
                }
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
        reviews.update(context);
        ordinals.forEach((kind, ordinal) -> context.putLong("ordinal-" + kind, ordinal));
    }

    @Override
    public void close() {
        super.close();
        reviews.close();
    }
}
