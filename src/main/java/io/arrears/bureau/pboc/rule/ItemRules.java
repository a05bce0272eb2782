package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Form;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.Layout;
import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.rule.Rule.Check;
import io.arrears.bureau.pboc.xml.PbocXml;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules on single values, the same for every record. */
final class ItemRules {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+");

    /** The forms of the provider's own codes. */
    private static final Set<Form> OF_PROVIDER = EnumSet.of(Form.BUSINESS_CODE, Form.PLAIN_CODE);

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>("I0000101", "a mandatory item is filled", blankItems()),
            new Rule<>("I0000201", "a value fits its type, length or codes", eachValue(ItemRules::misfit)),
            new Rule<>(
                    "I0000401",
                    "identity and organisation numbers keep their numbering rule",
                    eachValue(ItemRules::misnumbered)),
            new Rule<>("I0000501", "RptDate is not before any day that the record speaks of", laterDays()),
            new Rule<>("I0000601", "days, months and years exist, from 1901 to 2099", eachValue(ItemRules::unreal)),
            new Rule<>("I0000701", "a group repeats as often as its count says", counts()),
            new Rule<>("I0000702", "no two entries of a group are the same", repeats()),
            new Rule<>("I0001301", "a business code starts with the provider's segment code", segments()),
            new Rule<>("R0000102", "RptDate is not after the file's generation time", reportDate()));

    private ItemRules() {}

    private static Check<RecordUnderCheck> blankItems() {
        return (at, broken) -> {
            for (SectionView look : at.looks()) {
                List<Item> items = look.elements().layout().items();
                for (int i = 0; i < items.size(); i++) {
                    Item item = items.get(i);
                    String value = look.elements().at(i);
                    boolean its = look.type() == null || item.isOf(look.type());
                    if (its && item.must() && value != null && value.isBlank()) {
                        broken.accept(Location.of(item.tag(), "blank"));
                    }
                }
            }
        };
    }

    /** Why a filled value is not right; null when it is. */
    @FunctionalInterface
    private interface Reason {
        @Nullable
        String of(SectionView look, Item item, String value);
    }

    private static Check<RecordUnderCheck> eachValue(Reason reason) {
        return (at, broken) -> {
            for (SectionView look : at.looks()) {
                List<Item> items = look.elements().layout().items();
                for (int i = 0; i < items.size(); i++) {
                    String value = look.elements().at(i);
                    String wrong = value == null || value.isBlank() ? null : reason.of(look, items.get(i), value);
                    if (wrong != null) {
                        broken.accept(look.spot(items.get(i).tag(), wrong));
                    }
                }
            }
        };
    }

    /** Why the value is none of its element's form; null when it is one. */
    private static @Nullable String misfit(SectionView look, Item item, String value) {
        AccountType type = look.type();
        if (!PbocXml.isWritable(value)) {
            return "a character that XML forbids";
        }
        return switch (item.form()) {
            case CODE -> item.codes().contains(value) ? null : "none of its codes";
            case ACCOUNT_STATUS -> type == null || type.statuses().contains(value) ? null : "no status of its type";
            case REPAYMENT_STATUS ->
                type == null || type.repaymentStatuses().contains(value) ? null : "no repayment status of its type";
            case TRADE_TYPE -> type == null || type.trades().contains(value) ? null : "no transaction of its type";
            case CURRENCY -> CURRENCIES.contains(value) ? null : "no currency of ISO 4217";
            case COUNTRY -> COUNTRIES.contains(value) ? null : "no country of ISO 3166";
            case WHOLE ->
                Values.isDigits(value) && value.length() <= item.length()
                        ? null
                        : "not a whole number of at most " + item.length() + " digits";
            case DIGITS ->
                Values.isDigits(value) && value.length() == item.length() ? null : "not " + item.length() + " digits";
            case EXACT, ORGANISATION ->
                Values.length(value) == item.length() ? null : "not " + item.length() + " characters";
            case TEXT, IDENTITY, BUSINESS_CODE -> {
                int most = Math.min(item.length(), ContractRules.longestOf(look, item));
                yield Values.length(value) <= most ? null : "longer than " + most + " characters";
            }
            case PLAIN_CODE ->
                CODE.matcher(value).matches() && value.length() <= item.length()
                        ? null
                        : "not at most " + item.length() + " letters and digits";
            case DATE, COMING_DATE, REPORT_DATE -> Values.isDayShaped(value) ? null : "not written yyyy-MM-dd";
            case MONTH -> Values.isMonthShaped(value) ? null : "not written yyyy-MM";
            case YEAR -> Values.isDigits(value) && value.length() == 4 ? null : "not written yyyy";
        };
    }

    private static @Nullable String misnumbered(SectionView look, Item item, String value) {
        boolean isNumbered = item.form() == Form.IDENTITY || item.form() == Form.ORGANISATION;
        if (!isNumbered || misfit(look, item, value) != null) {
            return null;
        }
        boolean right =
                switch (item.form()) {
                    case IDENTITY -> {
                        String type = look.text(item.tag().replace("Num", "Type"));
                        yield isOfOrganisation(look, item)
                                ? IdentityNumber.isOrganisations(type, value)
                                : IdentityNumber.isPersons(type, value);
                    }
                    default -> IdentityNumber.isUnifiedCredit(value);
                };
        return right ? null : "not a number of its kind";
    }

    private static boolean isOfOrganisation(SectionView look, Item item) {
        return switch (item.tag()) {
            case "ArlpCertNum" -> look.text("InfoIDType").equals("2");
            case "CertRelIDNum" -> look.text("BrerType").equals("2");
            default -> false;
        };
    }

    private static @Nullable String unreal(SectionView look, Item item, String value) {
        boolean isOfTime = item.form().isDay() || item.form() == Form.MONTH || item.form() == Form.YEAR;
        if (!isOfTime || misfit(look, item, value) != null) {
            return null;
        }
        if (item.form().isDay()) {
            LocalDate day = Values.day(value);
            return day != null && isInRange(day.getYear()) ? null : "no day from 1901 to 2099";
        }
        if (item.form() == Form.MONTH) {
            YearMonth month = Values.month(value);
            return month != null && isInRange(month.getYear()) ? null : "no month from 1901 to 2099";
        }
        return isInRange(Integer.parseInt(value)) ? null : "no year from 1901 to 2099";
    }

    private static boolean isInRange(int year) {
        return year >= 1901 && year <= 2099;
    }

    private static Check<RecordUnderCheck> laterDays() {
        return (at, broken) -> {
            LocalDate reportedOn = at.reportedOn();
            for (SectionView look : at.looks()) {
                for (Item item : look.elements().layout().items()) {
                    LocalDate day = item.form() == Form.DATE ? look.day(item.tag()) : null;
                    if (reportedOn != null && day != null && day.isAfter(reportedOn)) {
                        broken.accept(look.spot(item.tag()));
                    }
                }
            }
        };
    }

    private static Check<RecordUnderCheck> counts() {
        return (at, broken) -> {
            for (Section section : at.record().sections()) {
                Layout.Group group = section.kind().layout().group();
                Long count = group == null ? null : Values.amount(section.value(group.count()));
                if (group != null && count != null && count != section.entries().size()) {
                    broken.accept(new SectionView(at.type(), section.elements()).spot(group.count()));
                }
            }
        };
    }

    private static Check<RecordUnderCheck> repeats() {
        return (at, broken) -> {
            for (Section section : at.record().sections()) {
                Layout.Group group = section.kind().layout().group();
                if (group != null
                        && new HashSet<>(section.entries()).size()
                                < section.entries().size()) {
                    broken.accept(Location.of(group.tag(), "an entry twice"));
                }
            }
        };
    }

    private static Check<RecordUnderCheck> segments() {
        return (at, broken) -> eachValue((look, item, value) -> OF_PROVIDER.contains(item.form())
                                && !value.startsWith(at.filing().segmentCode())
                        ? "starts otherwise"
                        : null)
                .look(at, broken);
    }

    private static Check<RecordUnderCheck> reportDate() {
        return (at, broken) -> {
            LocalDate reportedOn = at.reportedOn();
            if (reportedOn != null
                    && reportedOn.isAfter(at.filing().generatedAt().toLocalDate())) {
                broken.accept(new Location("RptDate", reportedOn.toString(), null));
            }
        };
    }
}
