package io.arrears.batch;

import io.arrears.feed.Feed;
import io.arrears.publish.Home;
import io.arrears.store.contact.Objections;
import io.arrears.store.imports.Erasures;
import io.arrears.store.imports.ImportStore;
import io.arrears.store.imports.LedgerRows;
import io.arrears.store.imports.LedgerRows.LedgerRow;
import io.arrears.store.imports.Objecting;
import io.arrears.store.imports.RejectStore;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes a chunk of rows to the ledger, forgets the contacts that asked for it and closes the rejects that waited for the
 * rows, unless the import was taken over.
 */
class LoadRows implements ItemWriter<LedgerRow> {

    private final ImportStore imports;
    private final LedgerRows ledger;
    private final RejectStore rejects;
    private final Erasures erasures;
    private final Objections objections;
    private final Feed feed;
    private final long importId;
    private final long executionId;

    LoadRows(DataSource dataSource, ImportStore imports, Home home, Feed feed, long importId, long executionId) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.imports = imports;
        this.ledger = new LedgerRows(jdbc, feed, importId);
        this.rejects = new RejectStore(jdbc);
        this.erasures = new Erasures(jdbc);
        this.objections = new Objections(jdbc, home);
        this.feed = feed;
        this.importId = importId;
        this.executionId = executionId;
    }

    @Override
    public void write(Chunk<? extends LedgerRow> chunk) {
        imports.requireOwner(importId, executionId);
        List<LedgerRow> fresh = chunk.getItems().stream()
                .filter(row -> row.revision() > 0)
                .map(row -> (LedgerRow) row)
                .toList();
        ledger.insert(feed.layout().has(Feed.HANDLE_ID) ? erasures.withoutTelephones(feed, fresh) : fresh);
        new Objecting(objections).load(feed, fresh);
        if (feed == Feed.CONTACTS) {
            erasures.load(importId, fresh, objections);
        }
        rejects.arrive(
                importId,
                feed,
                chunk.getItems().stream()
                        .filter(LedgerRow::arrives)
                        .map(row -> (LedgerRow) row)
                        .toList());
    }
}
