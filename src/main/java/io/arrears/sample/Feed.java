package io.arrears.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The files of a delivery, their columns in order, and the columns whose sum the control file states. */
enum Feed {
    BORROWERS(
            "borrower_id,full_name,surname,given_name,middle_name,id_type,id_number,birth_date,phone,address_line1,"
                    + "address_line2,city,region,postal_code,country",
            ""),
    ACCOUNTS(
            "account_id,lender,product,borrower_id,opened_on,matures_on,currency,principal,term_count,"
                    + "repayment_frequency,repayment_method,annual_rate,kind,line_id,line_limit,joint_loan_id",
            "principal"),
    INSTALMENTS(
            "account_id,schedule_version,number,due_on,principal,interest,fee,penalty",
            "principal,interest,fee,penalty"),
    ENTRIES(
            "entry_id,account_id,type,value_on,posted_at,amount,reverses,principal,interest,fee,penalty,paid_by,reference",
            "amount"),
    AGREEMENTS(
            "agreement_id,account_id,type,agreed_on,effective_on,posted_at,schedule_version,channel,evidence,amount,until_on,"
                    + "agency,terms",
            ""),
    STATEMENTS(
            "statement_id,account_id,statement_on,due_on,minimum_principal,minimum_interest,minimum_fee,balance,past_due,posted_at",
            "minimum_principal,minimum_interest,minimum_fee"),
    CONSENTS("borrower_id,bureau,form_version,given_at,withdrawn_at", ""),
    NOTICES("notice_id,account_id,kind,channel,sent_at,delivered_at,evidence", ""),
    DISPUTES("dispute_id,account_id,opened_on,reason,resolved_on,outcome", ""),
    PARTIES("party_id,account_id,borrower_id,role,amount,from_on,to_on", ""),
    CONTACTS("contact_id,account_id,name,relation,phone,opted_out_at,erased_at,source,relation_class", ""),
    CONTACT_ATTEMPTS(
            "attempt_id,account_id,contact_id,channel,attempted_at,outcome,party,party_id,handle_id,direction,people",
            ""),
    STOPS("stop_id,borrower_id,account_id,contact_id,channel,handle_id,kind,from_on,to_on,reference,posted_at", ""),
    BUREAU_FACTS("fact_id,bureau,account_id,borrower_id,key,value,effective_on,posted_at", ""),
    CONTROL("business_date,feed,rows,amount,lender,product,currency,open_accounts,principal,overdue", "");

    private final String columns;
    private final String summed;

    Feed(String columns, String summed) {
        this.columns = columns;
        this.summed = summed;
    }

    String feedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path in(Path dir) {
        return dir.resolve(feedName() + ".csv");
    }

    List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    /** Positions of the columns that add up to the feed's amount; none when the feed has no amount. */
    List<Integer> summed() {
        return summed.isEmpty()
                ? List.of()
                : List.of(summed.split(",", -1)).stream()
                        .map(columns()::indexOf)
                        .toList();
    }
}
