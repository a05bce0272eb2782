package io.arrears.publish;

import java.util.Arrays;
import java.util.List;

/** The lists that a run makes beside the files for bureaus: what did not go out, and what somebody has to do by when. */
public enum FurnishCsv {
    HELD(
            "held.csv",
            "account_id,bureau,kind,code,report_date,gate,reason,evidence,due_on,days_held,alarm,turn,command,borrower_id"),
    EXCLUDED("excluded.csv", "account_id,bureau,gate,reason,evidence"),
    REJECTED("rejected.csv", "account_id,bureau,kind,code,report_date,rule,tag,value,reason,borrower_id"),
    CORRECTIONS("corrections.csv", "account_id,bureau,kind,section,report_date,tag,before,after"),
    DUE_ON_MONTH_END("due-on-month-end.csv", "account_id,bureau,kind,code,report_date,unpaid,currency,told"),
    LEGAL_REVIEW("legal-review.csv", "account_id,bureau,kind,code,report_date,reported_dpd"),
    NOTICES_DUE("notices-due.csv", "account_id,bureau,episode_started_on,reported_dpd,notify_before"),
    DISPUTES_DUE("disputes-due.csv", "account_id,dispute_id,opened_on,answer_by,days_left");

    private final String file;
    private final List<String> columns;

    FurnishCsv(String file, String columns) {
        this.file = file;
        this.columns = List.of(columns.split(",", -1));
    }

    public String file() {
        return file;
    }

    public String header() {
        return Csv.line(columns);
    }

    /** Where a column stands in a row, from 0. */
    public int at(String column) {
        return columns.indexOf(column);
    }

    /** A row of this list with its end; nothing is an empty cell. */
    public String line(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(file + " has " + columns.size() + " columns, not " + values.length);
        }
        return Csv.list(Arrays.stream(values)
                .map(value -> value == null ? "" : value.toString())
                .toList());
    }
}
