package io.arrears.bureau.registry;

import io.arrears.delinquency.Policy;
import io.arrears.feed.KnownFact;
import io.arrears.furnish.Answer;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.BureauFormat;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Jurisdiction;
import io.arrears.furnish.Products;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.setting.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A made-up format that is as unlike the PBOC's as a format can be: a full file a month two days after its end, with a trailer of two
 * totals, {@code _} in its name, deletion by a status of the one kind of record, no corrections, and two bureaus of it.
 */
public final class RegistryFormat implements BureauFormat {

    static final String REGISTRY_A = "registry-a";

    @Override
    public List<String> bureaus() {
        return List.of(REGISTRY_A, "registry-b");
    }

    @Override
    public List<KnownFact> facts() {
        return List.of();
    }

    @Override
    public Bureau configure(String bureau, Setting own, Setting defaults, ZoneId zone) {
        Set<String> products = new HashSet<>();
        own.block().get("products").list().forEach(product -> products.add(product.text()));
        ReportingTerms terms = new ReportingTerms(
                bureau,
                ReportingTerms.Environment.PRODUCTION,
                zone,
                LocalDate.parse(own.block().get("from").text()),
                true,
                List.of(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY),
                new ReportingCalendar(0, defaults.block().get("month-lag").integer(0, 9), 0),
                Products.ofLoans(products),
                10,
                5,
                30,
                "NOTICE",
                new Jurisdiction(30, Map.of()),
                Policy.Threshold.LEDGER);
        Setting forgets = defaults.block().get("forgets");
        return new RegistryBureau(terms, forgets == null ? "" : forgets.text());
    }

    @Override
    public String submission(String typed) {
        String name = String.valueOf(Path.of(typed).getFileName()).replaceAll("\\.dat$", "");
        if (!name.matches("registry_[ab]_FUL_\\d{8}_\\d{3}")) {
            throw new IllegalArgumentException("expected registry_a_FUL_DATE_NUMBER");
        }
        return name;
    }

    @Override
    public Answer answer(Path file) throws IOException {
        return RegistryAnswer.of(file);
    }

    @Override
    public void baseline(Path file, LocalDate today, BiConsumer<String, Reported> taker) {
        throw new UnsupportedOperationException("no test loads one");
    }
}
