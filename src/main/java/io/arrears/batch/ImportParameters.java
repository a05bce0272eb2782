package io.arrears.batch;

import io.arrears.delivery.DeliveryValidation.Demands;
import io.arrears.delivery.ImportRequest;
import io.arrears.feed.Feed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** A request as the job's parameters, so that a restart finds it; the import's id alone tells jobs apart. */
final class ImportParameters {

    private static final String IMPORT = "import";
    private static final String FOLDER = "folder";
    private static final String MAX_REJECTS = "max-rejects";
    private static final String CONTROLS_REQUIRED = "controls-required";
    private static final String REQUIRED_FEEDS = "required-feeds";

    private ImportParameters() {}

    static JobParameters of(long importId, ImportRequest request) {
        String feeds =
                request.requiredFeeds().stream().map(Feed::table).sorted().collect(Collectors.joining(","));
        return new JobParametersBuilder()
                .addLong(IMPORT, importId)
                .addString(FOLDER, request.folder().toAbsolutePath().toString(), false)
                .addString(MAX_REJECTS, request.maxRejectsPercent().toPlainString(), false)
                .addString(CONTROLS_REQUIRED, Boolean.toString(request.controlsRequired()), false)
                .addString(REQUIRED_FEEDS, feeds, false)
                .toJobParameters();
    }

    /** What finds the job of one import. */
    static JobParameters of(long importId) {
        return new JobParametersBuilder().addLong(IMPORT, importId).toJobParameters();
    }

    static long importId(JobParameters parameters) {
        return Objects.requireNonNull(parameters.getLong(IMPORT));
    }

    static Path folder(JobParameters parameters) {
        return Path.of(text(parameters, FOLDER));
    }

    static Demands demands(JobParameters parameters) {
        Set<Feed> feeds = Arrays.stream(text(parameters, REQUIRED_FEEDS).split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> Feed.ofTable(name).orElseThrow())
                .collect(Collectors.toSet());
        return new Demands(
                new BigDecimal(text(parameters, MAX_REJECTS)),
                Boolean.parseBoolean(text(parameters, CONTROLS_REQUIRED)),
                feeds);
    }

    private static String text(JobParameters parameters, String name) {
        return Objects.requireNonNull(parameters.getString(name));
    }
}
