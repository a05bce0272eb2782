package io.arrears.batch;

import io.arrears.delivery.ImportFolder;
import io.arrears.feed.Reject;
import io.arrears.store.KnownFrom;
import io.arrears.store.imports.ImportBeginning;
import io.arrears.store.imports.ImportStore;
import io.arrears.store.imports.RejectStore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens a chunk of the rejects that hold their accounts, unless the import was taken over. */
class OpenRejects implements ItemWriter<Reject> {

    private final ImportStore imports;
    private final RejectStore rejects;
    private final KnownFrom knownFrom;
    private final long importId;
    private final long executionId;
    private final @Nullable String lender;

    OpenRejects(DataSource dataSource, ImportStore imports, ImportFolder folder, long importId, long executionId) {
        this.imports = imports;
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.rejects = new RejectStore(jdbc);
        this.knownFrom = new ImportBeginning(jdbc).knownFromOf(importId);
        this.importId = importId;
        this.executionId = executionId;
        this.lender = folder.onlyLender();
    }

    @Override
    public void write(Chunk<? extends Reject> chunk) {
        imports.requireOwner(importId, executionId);
        rejects.open(importId, chunk.getItems(), knownFrom, lender);
    }
}
