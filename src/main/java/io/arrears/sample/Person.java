package io.arrears.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A borrower nobody can be: Chinese names begin with 测试 ("test"), American surnames say so too.
 *
 * <p>Resident-ID numbers have a valid check digit on the area of a whole province, which no card bears; social security
 * numbers begin with 9, which none does, with a group no taxpayer number has. Phones: +86 154 is not handed out to
 * subscribers, and 555-0100 to 555-0199 are kept for fiction.
 */
record Person(
        String surname,
        String given,
        String idType,
        String idNumber,
        LocalDate born,
        String phone,
        String street,
        String city,
        String region,
        String postalCode) {
    static final String BEIJING = "110000";

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final List<String> GIVEN = List.of("Alex", "Blair", "Casey", "Devon", "Ellis", "Jordan", "Robin");
    private static final List<String> SURNAMES = List.of("Testcase", "Sample", "Specimen", "Placeholder", "Mockwell");
    private static final List<String> US_AREAS = List.of("212", "315", "518", "607", "716");
    private static final long BIRTH_DAYS = 15_000;
    private static final long SEQUENCES = 1_000;
    private static final int[] CHECK_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    /** The borrower of a seat: the same for every account that has the borrower. */
    static Person of(SampleSpec spec, AccountSlot borrower) {
        long number = borrower.ordinal();
        var dice = new SeededRandom(spec.seed(), number, 2);
        var born = born(number);
        return borrower.lender().country().equals("CN") ? chinese(number, dice, born) : american(number, dice, born);
    }

    String fullName() {
        return idType.equals("RESIDENT_ID") ? surname + given : given + " " + surname;
    }

    private static Person chinese(long number, SeededRandom dice, LocalDate born) {
        var given = "" + STEMS.charAt(dice.between(0, 9)) + BRANCHES.charAt(dice.between(0, 11));
        return new Person(
                "测试",
                given,
                "RESIDENT_ID",
                residentId(BEIJING, born, number),
                born,
                phone("CN", dice),
                "测试路" + dice.between(1, 999) + "号",
                "北京市",
                "北京市",
                "100000");
    }

    private static Person american(long number, SeededRandom dice, LocalDate born) {
        return new Person(
                dice.one(SURNAMES),
                dice.one(GIVEN),
                "SSN",
                socialSecurityNumber(number),
                born,
                phone("US", dice),
                dice.between(1, 999) + " Example Street",
                "Testville",
                "NY",
                "10000");
    }

    /** Spread over {@value #BIRTH_DAYS} days so that birth date and sequence together do not repeat in 15 million borrowers. */
    private static LocalDate born(long number) {
        long day = (number / SEQUENCES * 7_919 + number % SEQUENCES * 13) % BIRTH_DAYS;
        return LocalDate.of(1960, 1, 1).plusDays(day);
    }

    /** Area, birth date, sequence and the check digit of GB 11643. */
    static String residentId(String area, LocalDate born, long number) {
        var body = area
                + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                + Long.toString(SEQUENCES + number % SEQUENCES).substring(1);
        int sum = 0;
        for (int i = 0; i < CHECK_WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * CHECK_WEIGHTS[i];
        }
        return body + CHECK_DIGITS.charAt(sum % 11);
    }

    private static String socialSecurityNumber(long number) {
        long block = number / 9_999;
        long area = 900 + block % 100;
        long group = 1 + block / 100 % 49;
        return Long.toString(area * 1_000_000 + group * 10_000 + 1 + number % 9_999);
    }

    static String phone(String country, SeededRandom dice) {
        return country.equals("CN")
                ? "+86154"
                        + Long.toString(100_000_000L + dice.between(0, 99_999_999))
                                .substring(1)
                : "+1" + dice.one(US_AREAS) + "55501"
                        + Integer.toString(100 + dice.between(0, 99)).substring(1);
    }
}
