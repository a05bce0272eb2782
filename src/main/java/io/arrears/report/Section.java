package io.arrears.report;

import java.util.Locale;

/** The sections of figures.csv; a key of two words begins with the currency, the bureau or the bucket before. */
enum Section {
    /** lender, as_of, and previous, the folder of the lender's night before. */
    NIGHT,
    /** Identities by verdict, from reconciliation.csv. */
    VERDICTS,
    /** Accounts: open (charged off included), overdue as reported, charged off, closed since the night before. */
    ACCOUNTS,
    /** Open accounts by currency and bucket. */
    BUCKET_ACCOUNTS,
    /** Overdue amount by currency and bucket. */
    BUCKET_OVERDUE,
    /** Overdue amount by currency and component, and in total. */
    OVERDUE,
    /** Unpaid principal by currency. */
    BALANCE,
    /** Overdue principal by currency and its own age (D12). */
    AGEING,
    /** Accounts by bucket of the night before and of this one. */
    MIGRATION,
    /** Accounts by month of opening. */
    OPENED,
    /** Of them, those whose instalment 1 is past due and unpaid. */
    FIRST_UNPAID,
    /** Of them, those reported 30 days past due or more. */
    LATE,
    /** Records held by gate. */
    HELD,
    /** The longest hold by gate, in days. */
    HELD_OLDEST,
    /** Holds that are longer than the bureau's file allows, by gate. */
    HELD_ALARMS,
    /** Records held by gate and whose turn it is with them. */
    HELD_TURNS,
    /** Accounts excluded, by gate. */
    EXCLUDED,
    /** Records that break a rule of the bureau's, by bureau and rule. */
    REJECTED,
    /** Facts set aside, by code. */
    REVIEW,
    /** Of them, those that two people accepted as they are. */
    REVIEW_ACCEPTED,
    /** Rows of the lists of what somebody has to do. */
    TO_DO,
    /** Lines of the worklist, by stage. */
    WORKLIST_STAGES,
    /** Lines of the worklist, by channel. */
    WORKLIST_CHANNELS,
    /** What the ladder asked for and is withheld, by stage; without one, accounts below the first. */
    WITHHELD_STAGES,
    /** The same by channel. */
    WITHHELD_CHANNELS,
    /** The same by rule, instrument and clause, a bar between them. */
    WITHHELD_RULES,
    /** Files that wait for somebody, by bureau and state. */
    WAITING_FILES,
    /** Their records. */
    WAITING_RECORDS,
    /** The day since which the oldest of them waits. */
    WAITING_SINCE;

    /** As figures.csv writes it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
