package io.arrears.delinquency;

/** The bands in which an arrear's unpaid principal stands by its own age, whatever the buckets are (D12). */
public enum AgeBand {
    DAYS_1_30(30),
    DAYS_31_60(60),
    DAYS_61_90(90),
    DAYS_91_180(180),
    DAYS_181_UP(Integer.MAX_VALUE);

    private final int to;

    AgeBand(int to) {
        this.to = to;
    }

    public static AgeBand of(int age) {
        if (age < 1) {
            throw new IllegalArgumentException("an arrear is at least a day old, not " + age);
        }
        for (AgeBand band : values()) {
            if (age <= band.to) {
                return band;
            }
        }
        throw new IllegalStateException("the last band is open");
    }
}
