package io.arrears.bureau.pboc;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.bureau.pboc.terms.LineOptions;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.terms.ProductTerms;
import io.arrears.bureau.pboc.terms.Rounding;
import io.arrears.furnish.Gate;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.setting.Setting;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how one lender tells the PBOC: the lender's own keys over those of {@code jobs/bureaus/pboc.yaml}. */
final class PbocKeys {

    /** What only a lender can say; all else has a default in the bureau's own file. */
    private static final List<String> OF_LENDER =
            List.of("environment", "segment", "organisation", "from", "not-yet-reported", "products");

    /** Without these a record cannot even be worked out: how a product is told, what was taken back, what is on its way. */
    private static final List<Gate> NEEDED = List.of(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY);

    private static final Set<AccountType> TOLD = EnumSet.of(AccountType.D1, AccountType.R1, AccountType.R4);

    private final String bureau;
    private final Setting place;
    private final Setting bureauFile;
    private final Map<String, Setting> keys;

    /**
     * @param place where the lender's own keys stand
     * @param bureauFile the bureau's own file, whole
     */
    PbocKeys(String bureau, Setting place, Setting bureauFile) {
        this.bureau = bureau;
        this.place = place;
        this.bureauFile = bureauFile;
        this.keys = new LinkedHashMap<>(bureauFile.block());
        keys.putAll(place.block());
    }

    PbocSettings settings(ZoneId zone) {
        Map<String, ProductTerms> products = products();
        FormatOptions options = options(products.values().stream().anyMatch(ProductTerms::isUnderLine));
        ReportingTerms furnishing = new ReportingTerms(
                bureau,
                take("environment").oneOf(ReportingTerms.Environment.class),
                zone,
                date(take("from")),
                take("not-yet-reported").flag(),
                gates(),
                new ReportingCalendar(
                        lag("events", "daily"),
                        lag("months", "month-end"),
                        take("learnt-late-after").integer(1, 999)),
                PbocSettings.scope(products),
                take("max-hold-days").integer(0, 999),
                take("corrections-max").integer(0, 999_999_999),
                take("negative-from-days").integer(1, 999),
                take("notice-kind").text(),
                PbocLaw.CHINA,
                options.threshold());
        PbocSettings settings = new PbocSettings(
                furnishing,
                matching("segment", "[0-9A-Z]{14}", "the 14 characters of the data provider's segment"),
                matching("organisation", "[0-9A-Z]{14}", "the 14 characters of the managing organisation"),
                products,
                take("packaging").oneOf(PbocSettings.Handover.class),
                options);
        keys.values().stream().findFirst().ifPresent(setting -> {
            throw setting.refused("is no key of pboc; a lender says " + String.join(", ", OF_LENDER)
                    + ", and jobs/bureaus/pboc.yaml has the others");
        });
        return settings;
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        Setting setting = take("gates");
        for (Setting item : setting.list()) {
            Gate gate = item.oneOf(Gate.class);
            if (gates.contains(gate)) {
                throw item.wrong("each gate once");
            }
            gates.add(gate);
        }
        NEEDED.stream().filter(gate -> !gates.contains(gate)).findFirst().ifPresent(gate -> {
            throw setting.refused("expected " + gate.written() + " among them, which nothing can be told without");
        });
        return gates;
    }

    /** @param hasLines whether a product is of lines */
    private FormatOptions options(boolean hasLines) {
        return new FormatOptions(
                take("balance").oneOf(FormatOptions.Balance.class),
                take("overdue-periods").oneOf(FormatOptions.OverduePeriods.class),
                take("current-due").oneOf(FormatOptions.CurrentDue.class),
                take("settlement-date").oneOf(FormatOptions.SettlementDate.class),
                dueOnLastDay(),
                take("charges-left").oneOf(FormatOptions.ChargesLeft.class),
                take("overdue-floor").integer(0, 999),
                rounding(),
                matching("written-off-status", "41|42", "41 or 42"),
                take("final-newline").flag(),
                codes("repayment-methods"),
                codes("repayment-frequencies"),
                codes("identity-types"),
                line(hasLines));
    }

    /** None of a lender whose products are loans, as no bureau's file had any before lines were told. */
    private @Nullable LineOptions line(boolean isNeeded) {
        if (!isNeeded && !keys.containsKey("line")) {
            return null;
        }
        Setting setting = take("line");
        Map<String, Setting> block = setting.block();
        LineOptions line = new LineOptions(
                date(ofLine(setting, block, "without-end")),
                ofLine(setting, block, "periods-left").oneOf(LineOptions.PeriodsLeft.class),
                nothingDue(ofLine(setting, block, "nothing-due")),
                usually(block, "early-end", LineOptions.EarlyEnd.PLAIN),
                usually(block, "found-contract", LineOptions.FoundContract.KNOWN),
                usually(block, "baseline-contract", LineOptions.BaselineContract.HELD));
        block.values().stream().findFirst().ifPresent(unknown -> {
            throw unknown.refused("is no key of a line");
        });
        return line;
    }

    private static Setting ofLine(Setting line, Map<String, Setting> block, String key) {
        Setting setting = block.remove(key);
        if (setting == null) {
            throw line.refused("expected " + key + ", which is missing");
        }
        return setting;
    }

    /** A choice that no file had when lines were first told. */
    private static <E extends Enum<E>> E usually(Map<String, Setting> block, String key, E usual) {
        Setting setting = block.remove(key);
        return setting == null ? usual : setting.oneOf(usual.getDeclaringClass());
    }

    private static LineOptions.NothingDue nothingDue(Setting setting) {
        return switch (setting.text()) {
            case "N" -> LineOptions.NothingDue.N;
            case "*" -> LineOptions.NothingDue.UNUSED;
            default -> throw setting.wrong("N or '*'");
        };
    }

    private FormatOptions.DueOnLastDay dueOnLastDay() {
        String written = matching("due-on-last-day", "N|1", "N or 1");
        return written.equals("1") ? FormatOptions.DueOnLastDay.OVERDUE : FormatOptions.DueOnLastDay.N;
    }

    private Rounding rounding() {
        Map<Amount, RoundingMode> modes = new EnumMap<>(Amount.class);
        Setting setting = take("rounding");
        Map<String, Setting> block = setting.block();
        for (Amount amount : Amount.values()) {
            Setting mode = block.remove(amount.written());
            if (mode == null) {
                throw setting.refused("expected " + amount.written() + ", which is missing");
            }
            modes.put(amount, mode(mode));
        }
        block.values().stream().findFirst().ifPresent(unknown -> {
            throw unknown.refused("is no amount of a record");
        });
        return new Rounding(modes);
    }

    private static RoundingMode mode(Setting setting) {
        return switch (setting.text()) {
            case "up" -> RoundingMode.CEILING;
            case "down" -> RoundingMode.FLOOR;
            case "half-up" -> RoundingMode.HALF_UP;
            default -> throw setting.wrong("up, down or half-up");
        };
    }

    private Map<String, String> codes(String key) {
        Map<String, String> codes = new LinkedHashMap<>();
        take(key).block().forEach((name, code) -> {
            if (!code.text().matches("[0-9A-Z]{1,2}")) {
                throw code.wrong("a code of the bureau's, in quotes if it begins with 0");
            }
            codes.put(name, code.text());
        });
        return codes;
    }

    private Map<String, ProductTerms> products() {
        Map<String, ProductTerms> products = new LinkedHashMap<>();
        Setting setting = take("products");
        setting.block().forEach((name, product) -> {
            if (!name.matches("[!-~]{1,64}")) {
                throw product.refused("expected a product of up to 64 printable characters, without spaces");
            }
            products.put(name, product(product));
        });
        if (products.isEmpty()) {
            throw setting.refused("expected at least one product");
        }
        return products;
    }

    private static ProductTerms product(Setting setting) {
        Map<String, Setting> block = setting.block();
        AccountType type = type(setting, block);
        boolean isLine = type == AccountType.R1;
        ProductTerms terms = new ProductTerms(
                type,
                text(setting, block, "business", "[0-9A-Z]{2}", "a BusiDtlLines code such as 91"),
                text(setting, block, "guarantee", "[1-7]", "a GuarMode code from 1 to 7"),
                text(setting, block, "other-guarantee", "[019]", "an OthRepyGuarWay code: 0, 1 or 9"),
                text(setting, block, "fund-source", "1|2|4|8|2[1-4]", "a FundSou code such as 1"),
                text(setting, block, "loan-form", "[159]", "a LoanForm code: 1, 5 or 9"),
                type == AccountType.D1 ? text(setting, block, "drawdowns", "[012]", "a Flag: 0, 1 or 2") : "",
                isLine
                        ? text(
                                setting,
                                block,
                                "repay-mode",
                                oneOf(type.repayModes()),
                                "a RepayMode of type R1 such as 39")
                        : "",
                text(setting, block, "district", "\\d{6}", "a district of six digits"));
        block.values().stream().findFirst().ifPresent(unknown -> {
            throw unknown.refused("is no key of a product of type " + type);
        });
        return terms;
    }

    private static AccountType type(Setting product, Map<String, Setting> block) {
        Setting written = block.getOrDefault("account-type", product);
        String code = text(
                product, block, "account-type", "D1|R1|R2|R3|R4|C1", "an account type: type D1, type R1 or type R4");
        AccountType type = AccountType.valueOf(code);
        if (!TOLD.contains(type)) {
            throw written.refused("account type " + code + " cannot be told yet; type D1, type R1 and type R4 can");
        }
        return type;
    }

    private static String oneOf(List<String> codes) {
        return String.join("|", codes);
    }

    private static String text(
            Setting product, Map<String, Setting> block, String key, String pattern, String expected) {
        Setting value = block.remove(key);
        if (value == null) {
            throw product.refused("expected " + key + ", " + expected + ", which is missing");
        }
        if (!value.text().matches(pattern)) {
            throw value.wrong(expected);
        }
        return value.text();
    }

    /** {@code {settle: daily, submit: +2d}}: days between what is spoken of and the run that speaks. */
    private int lag(String key, String settle) {
        Setting setting = take(key);
        Map<String, Setting> block = setting.block();
        Setting settled = block.remove("settle");
        Setting submit = block.remove("submit");
        boolean isRight = settled != null
                && submit != null
                && block.isEmpty()
                && settled.text().equals(settle)
                && submit.text().matches("\\+\\d{1,2}d");
        if (!isRight || submit == null) {
            throw setting.refused("expected {settle: " + settle + ", submit: +2d}, days from 0 to 99");
        }
        return Integer.parseInt(submit.text().substring(1, submit.text().length() - 1));
    }

    private String matching(String key, String pattern, String expected) {
        Setting setting = take(key);
        if (!setting.text().matches(pattern)) {
            throw setting.wrong(expected);
        }
        return setting.text();
    }

    private static LocalDate date(Setting setting) {
        try {
            return LocalDate.parse(setting.text());
        } catch (DateTimeException e) {
            throw setting.wrong("a date such as 2026-10-31");
        }
    }

    private Setting take(String key) {
        Setting setting = keys.remove(key);
        if (setting == null) {
            Setting where = OF_LENDER.contains(key) ? place : bureauFile;
            throw where.refused("expected " + key + ", which is missing");
        }
        return setting;
    }
}
