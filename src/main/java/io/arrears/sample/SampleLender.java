package io.arrears.sample;

import java.time.ZoneId;
import java.util.List;

/**
 * A made-up lender.
 *
 * @param prefix upper-case letters that begin each of its ids
 * @param country where its borrowers live: CN or US
 * @param zone whose office hours its entries are posted in
 * @param bureaus for whom its borrowers give consent
 * @param awkward whether every fourth account tells a {@link Story}; of lines each tells a {@link LineStory}
 */
public record SampleLender(
        String name,
        String prefix,
        String country,
        ZoneId zone,
        List<String> bureaus,
        List<SampleProduct> products,
        boolean awkward) {

    /** Cash and car loans in China. */
    public static final SampleLender HARBOUR = new SampleLender(
            "harbour",
            "H",
            "CN",
            ZoneId.of("Asia/Shanghai"),
            List.of("pboc", "baihang"),
            List.of(
                    new SampleProduct("cash-loan", "CNY", 2, 3, 12, 1_000, 50_000, 1_800),
                    new SampleProduct("car-loan", "CNY", 2, 12, 36, 30_000, 300_000, 650)),
            true);

    /** Personal loans from New York in currencies of two, no and three decimals. */
    public static final SampleLender MERIDIAN = new SampleLender(
            "meridian",
            "M",
            "US",
            ZoneId.of("America/New_York"),
            List.of("metro2"),
            List.of(
                    new SampleProduct("personal-loan", "USD", 2, 6, 24, 1_000, 30_000, 1_299),
                    new SampleProduct("yen-loan", "JPY", 0, 6, 12, 100_000, 2_000_000, 900),
                    new SampleProduct("dinar-loan", "KWD", 3, 12, 24, 500, 9_000, 700)),
            true);

    /** A line of credit without a card, billed every month, in China. */
    public static final SampleLender ORCHARD = new SampleLender(
            "orchard",
            "O",
            "CN",
            ZoneId.of("Asia/Shanghai"),
            List.of("pboc"),
            List.of(SampleProduct.line("spending-line", "CNY", 2, 2_000, 40_000, 1_460)),
            true);

    public SampleLender {
        bureaus = List.copyOf(bureaus);
        products = List.copyOf(products);
        if (!prefix.matches("[A-Z]{1,8}") || !List.of("CN", "US").contains(country) || products.isEmpty()) {
            throw new IllegalArgumentException("lender needs a prefix of letters, CN or US, and a product: " + name);
        }
    }

    boolean lendsByLine() {
        return products.stream().allMatch(SampleProduct::isLine);
    }

    /** How many accounts it has for each one of a lender of lines. */
    int share() {
        return lendsByLine() ? 1 : 20;
    }

    /** Whether its ledger has what PBOC's records ask for; that of benchmarks stays bare. */
    boolean tellsPboc() {
        return awkward && bureaus.contains("pboc");
    }

    /** The lender of benchmarks: regular payers of loans that all have the same number of instalments. */
    public static SampleLender bench(int instalments) {
        var loan = new SampleProduct("bench-loan", "CNY", 2, instalments, instalments, 1_000, 50_000, 1_200);
        return bench(loan);
    }

    /** The same of lines of credit. */
    static SampleLender benchOfLines() {
        return bench(SampleProduct.line("bench-line", "CNY", 2, 1_000, 50_000, 1_200));
    }

    private static SampleLender bench(SampleProduct product) {
        return new SampleLender(
                "bench", "B", "CN", ZoneId.of("Asia/Shanghai"), List.of("pboc"), List.of(product), false);
    }
}
