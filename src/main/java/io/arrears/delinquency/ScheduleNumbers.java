package io.arrears.delinquency;

import io.arrears.ledger.Instalment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The numbers of a schedule version's instalments, which run from the first to the last without a hole, none twice (D19). */
final class ScheduleNumbers {

    /** Of more numbers than these the rest is counted. */
    private static final int LISTED = 5;

    private final int[] ascending;

    ScheduleNumbers(List<Instalment> instalments) {
        this.ascending =
                instalments.stream().mapToInt(Instalment::number).sorted().toArray();
    }

    boolean isGapless() {
        for (int i = 1; i < ascending.length; i++) {
            if (ascending[i] != ascending[i - 1] + 1) {
                return false;
            }
        }
        return true;
    }

    /** 0 without any. */
    int last() {
        return ascending.length == 0 ? 0 : ascending[ascending.length - 1];
    }

    /** {@code instalments 1-4 of 5; without 3; more than once 2}. */
    String of(int terms) {
        int[] absent = IntStream.range(ascending[0], last())
                .filter(number -> Arrays.binarySearch(ascending, number) < 0)
                .toArray();
        int[] repeated = IntStream.range(1, ascending.length)
                .filter(i -> ascending[i] == ascending[i - 1])
                .map(i -> ascending[i])
                .distinct()
                .toArray();
        return "instalments " + ascending[0] + "-" + last() + " of " + terms + listed("without", absent)
                + listed("more than once", repeated);
    }

    private static String listed(String what, int[] numbers) {
        if (numbers.length == 0) {
            return "";
        }
        String some =
                Arrays.stream(numbers).limit(LISTED).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        int more = numbers.length - LISTED;
        return "; " + what + " " + some + (more > 0 ? " and " + more + " more" : "");
    }
}
