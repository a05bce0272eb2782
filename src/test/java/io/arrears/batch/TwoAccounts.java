package io.arrears.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A delivery of two accounts of one lender, small enough to know by heart. */
final class TwoAccounts {

    static final String BORROWERS = "borrower_id,full_name,id_type,id_number,phone,country";
    static final String ACCOUNTS =
            "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency";
    static final String INSTALMENTS = "account_id,schedule_version,number,due_on,principal,interest";
    static final String ENTRIES = "entry_id,account_id,type,value_on,posted_at,amount,reverses";

    private TwoAccounts() {}

    static Map<String, List<String>> files() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(
                "borrowers.csv",
                List.of(
                        BORROWERS,
                        "B1,Anna Schmidt,PASSPORT,P1234567,+4915112345678,DE",
                        "B2,王小明,ID,110101199001011234,13812345678,CN"));
        files.put(
                "accounts.csv",
                List.of(
                        ACCOUNTS,
                        "A1,north,salary,B1,2026-01-01,EUR,1000.00,2,MONTHLY",
                        "A2,north,salary,B2,2026-01-05,JPY,50000,1,MONTHLY"));
        files.put(
                "instalments.csv",
                List.of(
                        INSTALMENTS,
                        "A1,1,1,2026-02-01,500.00,8.25",
                        "A1,1,2,2026-03-01,500.00,4.1",
                        "A2,1,1,2026-02-05,50000,0"));
        files.put(
                "entries.csv",
                List.of(
                        ENTRIES,
                        "E1,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,508.25,",
                        "E2,A2,REPAYMENT,2026-02-06,2026-02-06T23:30:00.123456+09:00,10000,"));
        return files;
    }

    /** The same with one file replaced. */
    static Map<String, List<String>> with(String file, String... lines) {
        Map<String, List<String>> files = files();
        files.put(file, List.of(lines));
        return files;
    }
}
