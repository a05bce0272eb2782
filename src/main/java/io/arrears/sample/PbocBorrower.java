package io.arrears.sample;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What PBOC's basic record asks of a borrower and the borrowers feed lacks, made up as plainly as the {@link Person}.
 *
 * <p>It agrees with itself: a spouse only of the married, an employer only of the employed, degrees that the education can
 * give. Landline numbers begin with 0 after the area code, as none does; spouses' resident-ID numbers are of area 310000, the
 * whole of Shanghai, so that they are nobody else's.
 */
final class PbocBorrower {
    private static final int INCOMPLETE_OF = 30;

    /** What an incomplete borrower lacks, one of these: keys that no rule lets stand apart go together. */
    private static final List<String> GAPS = List.of(
            "customer_type",
            "sex",
            "nationality",
            "marital_status|spouse_.*",
            "degree",
            "education|degree",
            "employment_status|employer_.*|industry|occupation|title|technical_title|work_start_year",
            "residence_status",
            "mail_postal_code",
            "mail_.*");

    private static final List<String> UNMARRIED = List.of("10", "30", "40");
    private static final List<String> MARRIED = List.of("20", "21", "22", "23");
    private static final List<String> EMPLOYED = List.of("11", "13", "17", "21", "24");
    private static final List<String> SELF_EMPLOYED_OR_NOT = List.of("27", "51", "54", "70");
    private static final String CIVIL_SERVANT = "11";
    private static final int MARRIED_FROM = 25;

    /** Level and degree; below undergraduate studies there is none (5) or none known (9). */
    private static final List<List<String>> EDUCATION = List.of(
            List.of("10", "3"),
            List.of("20", "4"),
            List.of("20", "5"),
            List.of("30", "5"),
            List.of("40", "5"),
            List.of("60", "5"),
            List.of("70", "9"),
            List.of("80", "9"));

    private final SeededRandom dice;
    private final AccountSlot seat;
    private final Person person;
    private final LocalDate knownOn;
    private final Map<String, String> facts = new LinkedHashMap<>();

    PbocBorrower(SampleSpec spec, AccountSlot borrower) {
        seat = borrower;
        person = Person.of(spec, borrower);
        dice = new SeededRandom(spec.seed(), borrower.ordinal(), 6);
        knownOn = spec.asOf().minusDays(dice.between(1_800, 2_200));
        boolean incomplete = dice.between(1, INCOMPLETE_OF) == 1;
        var gap = dice.one(GAPS);
        identity();
        marriage();
        education();
        occupation();
        residence();
        mail();
        income();
        if (incomplete) {
            facts.keySet().removeIf(key -> key.matches(gap));
        }
    }

    /** Years before any account. */
    LocalDate knownOn() {
        return knownOn;
    }

    /** Keys and values in the record's order. */
    Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    private void identity() {
        facts.put("customer_type", "11");
        facts.put("sex", man() ? "1" : "2");
        facts.put("nationality", "CHN");
        if (dice.chance(50)) {
            facts.put("email", seat.borrowerId() + "@example.com");
        }
        facts.put("house_address", address());
        facts.put("house_district", Person.BEIJING);
    }

    private void marriage() {
        boolean married = dice.chance(60) && knownOn.getYear() - person.born().getYear() >= MARRIED_FROM;
        facts.put("marital_status", dice.one(married ? MARRIED : UNMARRIED));
        if (!married) {
            return;
        }
        facts.put("spouse_name", "测试配偶");
        facts.put("spouse_id_type", "10");
        // the next number's last digit is odd where this one's is even: the other sex
        facts.put("spouse_id_number", Person.residentId("310000", person.born(), seat.ordinal() + 1));
        facts.put("spouse_phone", landline());
        facts.put("spouse_employer", employer());
    }

    private void education() {
        var education = dice.one(EDUCATION);
        facts.put("education", education.get(0));
        facts.put("degree", education.get(1));
    }

    private void occupation() {
        boolean employed = dice.chance(75);
        var status = dice.one(employed ? EMPLOYED : SELF_EMPLOYED_OR_NOT);
        facts.put("employment_status", status);
        if (!employed) {
            return;
        }
        boolean servant = status.equals(CIVIL_SERVANT);
        facts.put("employer_name", servant ? "测试机关" : employer());
        facts.put("employer_type", servant ? "10" : dice.one(List.of("20", "30", "40", "50")));
        facts.put("industry", servant ? "S" : dice.one(List.of("C", "F", "G", "I", "P", "Q")));
        facts.put("employer_address", address());
        facts.put("employer_postal_code", person.postalCode());
        facts.put("employer_district", Person.BEIJING);
        facts.put("employer_phone", landline());
        facts.put("occupation", dice.one(servant ? List.of("0", "3") : List.of("1", "3", "4", "6")));
        facts.put("title", dice.one(List.of("1", "2", "3", "9")));
        facts.put("technical_title", dice.one(List.of("0", "1", "2", "3")));
        int start = person.born().getYear() + dice.between(18, 25);
        facts.put("work_start_year", Integer.toString(Math.min(start, knownOn.getYear())));
    }

    private void residence() {
        facts.put("residence_status", dice.one(List.of("1", "2", "3", "4", "5", "6")));
        facts.put("residence_address", address());
        facts.put("residence_postal_code", person.postalCode());
        facts.put("residence_district", Person.BEIJING);
        if (dice.chance(30)) {
            facts.put("home_phone", landline());
        }
    }

    private void mail() {
        facts.put("mail_address", address());
        facts.put("mail_postal_code", person.postalCode());
        facts.put("mail_district", Person.BEIJING);
    }

    private void income() {
        if (dice.chance(30)) {
            int annual = dice.between(30, 400) * 1_000;
            facts.put("annual_income", Integer.toString(annual));
            facts.put("taxed_income", Integer.toString(annual * 9 / 10));
        }
    }

    /** The last but one digit of a resident-ID number is odd for men. */
    private boolean man() {
        return (person.idNumber().charAt(16) - '0') % 2 == 1;
    }

    private String address() {
        return person.city() + person.street();
    }

    private String employer() {
        return dice.one(List.of("测试甲有限公司", "测试乙有限公司", "测试丙有限公司"));
    }

    private String landline() {
        return "010-0"
                + Integer.toString(10_000_000 + dice.between(0, 9_999_999)).substring(1);
    }
}
