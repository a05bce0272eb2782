package io.arrears.feed;

import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.ContactedParty;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Frequency;
import io.arrears.money.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the values of one row must say together. */
interface RowRules {

    /** Which column breaks a rule, and how. */
    record Broken(String column, Fault fault) {}

    @Nullable
    Broken check(Row row);

    static RowRules of(Feed feed, FactCatalogue facts) {
        return switch (feed) {
            case ACCOUNTS -> new OfAccounts(feed.layout());
            case ENTRIES -> new OfEntries(feed.layout());
            case INSTALMENTS -> new OfInstalments(feed.layout());
            case CONSENTS -> new NotBefore(feed.layout(), "withdrawn_at", "given_at");
            case DISPUTES -> new NotBefore(feed.layout(), "resolved_on", "opened_on");
            case PARTIES -> new NotBefore(feed.layout(), "to_on", "from_on");
            case BUREAU_FACTS -> new OfBureauFacts(feed.layout(), facts);
            case AGREEMENTS -> new OfAgreements(feed.layout());
            case STOPS -> new NotBefore(feed.layout(), "to_on", "from_on");
            case STATEMENTS -> new OfStatements(feed.layout());
            case CONTACT_ATTEMPTS -> new OfAttempts(feed.layout());
            case BORROWERS, NOTICES, CONTACTS -> row -> null;
        };
    }

    private static Broken broken(String column, String reason) {
        return new Broken(column, new Fault(reason));
    }

    /** A day or instant that, when there, does not lie before another of the same row. */
    record NotBefore(int later, String laterName, int earlier, String earlierName) implements RowRules {

        NotBefore(Layout layout, String later, String earlier) {
            this(layout.position(later), later, layout.position(earlier), earlier);
        }

        @Override
        public @Nullable Broken check(Row row) {
            return isBefore(row.at(later), row.at(earlier)) ? broken(laterName, "before " + earlierName) : null;
        }

        private static boolean isBefore(@Nullable Object end, @Nullable Object start) {
            if (end instanceof LocalDate day && start instanceof LocalDate first) {
                return day.isBefore(first);
            }
            return end instanceof LocalDateTime instant
                    && start instanceof LocalDateTime first
                    && instant.isBefore(first);
        }
    }

    /**
     * A loan is of something and repaid in at least one term; a line is of neither, has a limit, and is billed by a period. Neither
     * matures before it opens.
     */
    final class OfAccounts implements RowRules {
        private final int principal;
        private final int terms;
        private final int kind;
        private final int limit;
        private final int frequency;
        private final NotBefore maturity;

        OfAccounts(Layout layout) {
            principal = layout.position("principal");
            terms = layout.position("term_count");
            kind = layout.position("kind");
            limit = layout.position("line_limit");
            frequency = layout.position("repayment_frequency");
            maturity = new NotBefore(layout, "matures_on", "opened_on");
        }

        @Override
        public @Nullable Broken check(Row row) {
            Broken broken = row.text(kind).equals(AccountKind.REVOLVING.name()) ? ofLine(row) : ofLoan(row);
            return broken == null ? maturity.check(row) : broken;
        }

        private @Nullable Broken ofLoan(Row row) {
            if (isZero(row, principal)) {
                return broken("principal", "zero; a loan has a principal");
            }
            return isZero(row, terms) ? broken("term_count", "zero; a loan has at least one term") : null;
        }

        private @Nullable Broken ofLine(Row row) {
            if (!isZero(row, principal)) {
                return broken(
                        "principal", "not zero; what is drawn on a REVOLVING account comes as DISBURSEMENT entries");
            }
            if (!isZero(row, terms)) {
                return broken("term_count", "not zero; a REVOLVING account has no terms");
            }
            if (row.at(limit) == null) {
                return broken("line_limit", "missing, but a REVOLVING account needs it");
            }
            return PERIODS.contains(row.text(frequency))
                    ? null
                    : broken(
                            "repayment_frequency",
                            "not one of " + String.join(", ", PERIODS) + ", by which a REVOLVING account is billed");
        }

        private static boolean isZero(Row row, int column) {
            return row.at(column) instanceof Number number && number.longValue() == 0;
        }
    }

    /** A statement is due when it is made or within half a year, and what it asks for stays within one amount's limit. */
    final class OfStatements implements RowRules {
        private final int first;
        private final int madeOn;
        private final int dueOn;
        private final NotBefore due;

        OfStatements(Layout layout) {
            first = layout.position("minimum_principal");
            madeOn = layout.position("statement_on");
            dueOn = layout.position("due_on");
            due = new NotBefore(layout, "due_on", "statement_on");
        }

        @Override
        public @Nullable Broken check(Row row) {
            long minimum = 0;
            for (int i = first; i < first + MINIMA; i++) {
                minimum += row.at(i) instanceof Long part ? part : 0;
            }
            if (minimum > Money.LIMIT) {
                return broken("minimum_principal", "the minima add up to more than 15 digits of minor units");
            }
            if (row.at(dueOn) instanceof LocalDate last
                    && row.at(madeOn) instanceof LocalDate day
                    && last.isAfter(day.plusDays(RowParser.HALF_A_YEAR))) {
                return broken("due_on", "more than half a year after statement_on");
            }
            return due.check(row);
        }
    }

    /** What an instalment asks for stays within one amount's limit. */
    final class OfInstalments implements RowRules {
        private final int first;

        OfInstalments(Layout layout) {
            first = layout.position("principal");
        }

        @Override
        public @Nullable Broken check(Row row) {
            return sum(row, first) > Money.LIMIT
                    ? broken("principal", "the components add up to more than 15 digits of minor units")
                    : null;
        }
    }

    /** A reversal names what it reverses and nothing else does; a split is whole and adds up to the amount (D3). */
    final class OfEntries implements RowRules {
        private final int type;
        private final int amount;
        private final int reverses;
        private final int first;
        private final int damages;

        OfEntries(Layout layout) {
            type = layout.position("type");
            amount = layout.position("amount");
            reverses = layout.position("reverses");
            first = layout.position("principal");
            damages = layout.position("damages");
        }

        @Override
        public @Nullable Broken check(Row row) {
            boolean reversal = row.text(type).equals(EntryType.REVERSAL.name());
            if (reversal != (row.at(reverses) != null)) {
                return broken("reverses", reversal ? "missing, but a REVERSAL needs it" : "only a REVERSAL has it");
            }
            boolean split = row.at(damages) != null;
            for (int i = first; i < first + COMPONENTS; i++) {
                split |= row.at(i) != null;
            }
            if (!split) {
                return null;
            }
            long liquidated = row.at(damages) instanceof Long part ? part : 0;
            for (int i = first; i < first + COMPONENTS; i++) {
                row.values()[i] = row.at(i) == null ? Long.valueOf(0) : row.at(i);
            }
            return row.at(amount) instanceof Long whole && whole == sum(row, first) + liquidated
                    ? null
                    : broken("amount", "principal, interest, fee, penalty and damages do not add up to it");
        }
    }

    /** A promise says until when, within a year, a new limit how much; nothing ends before it was agreed. */
    final class OfAgreements implements RowRules {
        private final int type;
        private final int amount;
        private final int until;
        private final int agreed;
        private final NotBefore end;

        OfAgreements(Layout layout) {
            type = layout.position("type");
            amount = layout.position("amount");
            until = layout.position("until_on");
            agreed = layout.position("agreed_on");
            end = new NotBefore(layout, "until_on", "agreed_on");
        }

        @Override
        public @Nullable Broken check(Row row) {
            if (row.text(type).equals(AgreementType.PROMISE.name())) {
                if (row.at(until) == null) {
                    return broken("until_on", "missing, but a PROMISE needs it");
                }
                if (row.at(until) instanceof LocalDate last
                        && row.at(agreed) instanceof LocalDate day
                        && last.isAfter(Agreement.latestPromise(day))) {
                    return broken("until_on", "more than a year after agreed_on; a PROMISE is kept or broken by then");
                }
            }
            if (row.text(type).equals(AgreementType.LIMIT_CHANGE.name()) && row.at(amount) == null) {
                return broken("amount", "missing, but a LIMIT_CHANGE needs it");
            }
            return end.check(row);
        }
    }

    /** An attempt to reach another than the borrower says whom: what nobody is known to have refused, nobody is kept from hearing. */
    final class OfAttempts implements RowRules {
        private final int contact;
        private final int party;
        private final int person;
        private final int handle;

        OfAttempts(Layout layout) {
            contact = layout.position("contact_id");
            party = layout.position("party");
            person = layout.position("party_id");
            handle = layout.position("handle_id");
        }

        @Override
        public @Nullable Broken check(Row row) {
            boolean isAnothers = row.at(party) != null && !row.text(party).equals(ContactedParty.BORROWER.name());
            boolean isNamed = row.at(contact) != null || row.at(person) != null || row.at(handle) != null;
            if (!isAnothers || isNamed) {
                return null;
            }
            boolean isContact = row.text(party).equals(ContactedParty.CONTACT.name());
            return broken(
                    isContact ? "contact_id" : "party_id",
                    "missing, and handle_id too; nobody knows which " + row.text(party) + " it was");
        }
    }

    /**
     * A fact is about the borrower or about the account, as its key says, and names that one alone: read under the other, it
     * would be kept and never be told.
     */
    final class OfBureauFacts implements RowRules {
        private final FactCatalogue facts;
        private final int account;
        private final int borrower;
        private final int bureau;
        private final int key;
        private final int value;

        OfBureauFacts(Layout layout, FactCatalogue facts) {
            this.facts = facts;
            account = layout.position("account_id");
            borrower = layout.position("borrower_id");
            bureau = layout.position("bureau");
            key = layout.position("key");
            value = layout.position("value");
        }

        @Override
        public @Nullable Broken check(Row row) {
            boolean ofAccount = !row.text(account).isEmpty();
            boolean ofBorrower = row.at(borrower) != null;
            if (!ofAccount && !ofBorrower) {
                return broken("account_id", "missing, and borrower_id too; a fact needs one of them");
            }
            KnownFact known = facts.find(row.text(bureau), row.text(key));
            if (known == null) {
                return broken("key", "not a known key of this bureau");
            }
            if (known.subject() == KnownFact.Subject.BORROWER && ofAccount) {
                return broken("account_id", "given, but a fact of this key is of the borrower, named alone");
            }
            if (known.subject() == KnownFact.Subject.ACCOUNT && ofBorrower) {
                return broken("borrower_id", "given, but a fact of this key is of the account, named alone");
            }
            return known.form().allows(row.text(value))
                    ? null
                    : broken("value", "not " + known.form().expected());
        }
    }

    int COMPONENTS = 4;

    int MINIMA = 3;

    List<String> PERIODS = Stream.of(Frequency.values()).map(Frequency::name).toList();

    private static long sum(Row row, int first) {
        long sum = 0;
        for (int i = first; i < first + COMPONENTS; i++) {
            sum += row.at(i) instanceof Long part ? part : 0;
        }
        return sum;
    }
}
