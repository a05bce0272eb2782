package io.arrears.sample;

import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A finished draft as rows of accounts, instalments, entries and agreements. */
final class AccountRows {
    private final Feeds feeds;

    AccountRows(Feeds feeds) {
        this.feeds = feeds;
    }

    void write(AccountDraft t) throws IOException {
        account(t);
        for (var due : t.dues) {
            instalment(t, due);
        }
        for (var entry : t.entries) {
            entry(t, entry);
        }
        for (var agreed : t.agreements) {
            agreement(t, agreed);
        }
    }

    private void account(AccountDraft t) throws IOException {
        var single = t.count() == 1;
        var method = single ? "SINGLE" : "EQUAL_PRINCIPAL";
        feeds.write(
                Feed.ACCOUNTS,
                t.accountId(),
                t.seat.lender().name(),
                t.product().name(),
                t.seat.borrowerId(),
                t.openedOn(),
                t.maturesOn(),
                t.product().currency(),
                t.product().decimal(t.principal()),
                t.count(),
                single ? "SINGLE" : "MONTHLY",
                t.isLine() ? null : method,
                BigDecimal.valueOf(t.product().ratePoints(), 4),
                t.isLine() ? "REVOLVING" : "INSTALMENT",
                t.isLine() ? t.accountId() : null,
                t.isLine() ? t.product().decimal(t.limit()) : null,
                jointLoan(t.seat));
    }

    /** Both funders' shares carry the id made of the lead's. */
    private static @Nullable String jointLoan(AccountSlot seat) {
        return seat.story()
                .filter(story -> story == Story.JOINT_LOAN || story == Story.JOINT_LOAN_SHARE)
                .map(story -> seat.lead().accountId() + "J")
                .orElse(null);
    }

    private void instalment(AccountDraft t, Due due) throws IOException {
        var money = t.product();
        feeds.write(
                Feed.INSTALMENTS,
                t.accountId(),
                due.version(),
                due.number(),
                due.on(),
                money.decimal(due.parts().principal()),
                money.decimal(due.parts().interest()),
                money.decimal(due.parts().fee()),
                money.decimal(due.parts().penalty()));
    }

    private void entry(AccountDraft t, Posting entry) throws IOException {
        var money = t.product();
        var split = entry.split();
        feeds.write(
                Feed.ENTRIES,
                entry.id(),
                t.accountId(),
                entry.type(),
                entry.valueOn(),
                entry.postedAt(),
                money.decimal(entry.amount()),
                entry.reverses(),
                split == null ? null : money.decimal(split.principal()),
                split == null ? null : money.decimal(split.interest()),
                split == null ? null : money.decimal(split.fee()),
                split == null ? null : money.decimal(split.penalty()),
                entry.paidBy(),
                null);
    }

    private void agreement(AccountDraft t, Agreed agreed) throws IOException {
        feeds.write(
                Feed.AGREEMENTS,
                agreed.id(),
                t.accountId(),
                agreed.type(),
                agreed.agreedOn(),
                agreed.effectiveOn(),
                agreed.postedAt(),
                agreed.version(),
                "APP",
                agreed.id() + "-signed",
                agreed.amount() == null ? null : t.product().decimal(agreed.amount()),
                null,
                null,
                null);
    }
}
