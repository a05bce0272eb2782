package io.arrears.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** What PBOC's loan record asks of an account and the ledger lacks: a car secures its loan, nothing secures a cash loan. */
final class PbocAccount {
    private static final String MORTGAGE = "2";
    private static final String GUARANTEE = "3";
    private static final String UNSECURED = "4";

    private PbocAccount() {}

    /** Keys and values in the record's order; a guarantor takes the place of other security. */
    static Map<String, String> facts(AccountDraft t, boolean guaranteed) {
        var facts = new LinkedHashMap<String, String>();
        boolean car = t.product().name().equals("car-loan");
        var unguaranteed = car ? MORTGAGE : UNSECURED;
        var mode = guaranteed ? GUARANTEE : unguaranteed;
        facts.put("application_district", Person.BEIJING);
        facts.put("guarantee_mode", mode);
        facts.put("other_guarantee", "0");
        facts.put("asset_transferred", "0");
        facts.put("fund_source", "1");
        facts.put("loan_form", "1");
        switch (mode) {
            case GUARANTEE -> facts.put("guarantee_contract", t.accountId() + "GC");
            case MORTGAGE -> facts.put("collateral_contract", t.accountId() + "CC");
            default -> {}
        }
        return facts;
    }
}
