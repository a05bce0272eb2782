package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.Values;
import java.util.Map;

/** The numbering rules of identity documents and organisations. */
final class IdentityNumber {

    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECK = "10X98765432";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** The fewest and the most characters of a number by the type of its document [U: the bureau's are not public]. */
    private record Length(int least, int most) {}

    private static final Map<String, Length> LENGTHS = Map.ofEntries(
            Map.entry("1", new Length(1, 20)), // household book
            Map.entry("2", new Length(5, 20)), // passport
            Map.entry("5", new Length(8, 20)), // Hong Kong and Macau pass
            Map.entry("6", new Length(7, 20)), // Taiwan pass
            Map.entry("8", new Length(8, 20)), // foreigner's residence
            Map.entry("9", new Length(1, 20)), // police
            Map.entry("20", new Length(1, 20)), // military
            Map.entry("A", new Length(8, 20)), // Hong Kong
            Map.entry("B", new Length(8, 20)), // Macau
            Map.entry("C", new Length(8, 20)), // Taiwan
            Map.entry("X", new Length(1, 20)));

    private IdentityNumber() {}

    /** Whether a person's number is one of its document's type; an unknown type refuses nothing. */
    static boolean isPersons(String type, String number) {
        if (type.equals("10")) {
            return isResident(number);
        }
        Length length = LENGTHS.get(type);
        int characters = Values.length(number);
        return length == null || (characters >= length.least() && characters <= length.most());
    }

    /** Whether an organisation's number is one of its type: 10 credit code, 20 unified social credit, 30 organisation. */
    static boolean isOrganisations(String type, String number) {
        return switch (type) {
            case "10" -> number.length() == 16;
            case "20" -> isUnifiedCredit(number);
            case "30" -> isOrganisation(number);
            default -> true;
        };
    }

    /** GB 11643: 17 digits of which 8 are a day of birth, and a check character mod 11. */
    static boolean isResident(String number) {
        if (number.length() != 18 || !Values.isDigits(number.substring(0, 17))) {
            return false;
        }
        String born = number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
        }
        return Values.day(born) != null && number.charAt(17) == RESIDENT_CHECK.charAt(sum % 11);
    }

    /** GB 32100: 18 of 31 characters, the last one a check character mod 31 with powers of 3. */
    static boolean isUnifiedCredit(String number) {
        if (number.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT_ALPHABET.indexOf(number.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return number.charAt(17) == CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714: 8 characters and a check character mod 11, without a hyphen. */
    static boolean isOrganisation(String number) {
        if (number.length() != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = ALPHABET.indexOf(number.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * ORGANISATION_WEIGHTS[i];
        }
        return number.charAt(8) == "0X987654321".charAt(sum % 11);
    }
}
