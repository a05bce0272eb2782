package io.arrears.feed;

import static io.arrears.feed.Column.account;
import static io.arrears.feed.Column.column;
import static io.arrears.feed.Column.handle;
import static io.arrears.feed.Column.text;
import static io.arrears.feed.Column.word;
import static io.arrears.feed.Kind.AMOUNT;
import static io.arrears.feed.Kind.BUREAU;
import static io.arrears.feed.Kind.COUNT;
import static io.arrears.feed.Kind.COUNTRY;
import static io.arrears.feed.Kind.CURRENCY;
import static io.arrears.feed.Kind.DATE;
import static io.arrears.feed.Kind.ID;
import static io.arrears.feed.Kind.INSTANT;
import static io.arrears.feed.Kind.LENDER;
import static io.arrears.feed.Kind.RATE;

import io.arrears.feed.Column.Reference;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.ContactSource;
import io.arrears.ledger.ContactedParty;
import io.arrears.ledger.Direction;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.RelationClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of a delivery, in the order in which they are validated and loaded: a row refers only to files before its own.
 *
 * <p>Each is one table of columns, with the table's own column names. A new column goes to the end of its feed: a row's
 */
@SuppressWarnings("ImmutableEnumChecker") // a layout is never changed, but holds arrays and a map
public enum Feed {
    BORROWERS(
            Owner.NOBODY,
            List.of("borrower_id"),
            column("borrower_id", ID).must().masked(),
            text("full_name", 200).must().masked(),
            text("surname", 100).masked(),
            text("given_name", 100).masked(),
            text("middle_name", 100).masked(),
            text("id_type", 20).must().masked(),
            text("id_number", 64).must().masked(),
            column("birth_date", DATE).masked(),
            text("phone", 40).masked().digitsAs("phone_digits"),
            text("address_line1", 200).masked(),
            text("address_line2", 200).masked(),
            text("city", 100).masked(),
            text("region", 100).masked(),
            text("postal_code", 20).masked(),
            column("country", COUNTRY).must().masked()),
    ACCOUNTS(
            Owner.ITSELF,
            List.of("account_id"),
            column("account_id", ID).must(),
            column("lender", LENDER).must(),
            text("product", 64).must(),
            column("borrower_id", ID).must().to(Reference.BORROWER),
            column("opened_on", DATE).must(),
            column("matures_on", DATE),
            column("currency", CURRENCY).must(),
            column("principal", AMOUNT).must(),
            column("term_count", COUNT).must(),
            text("repayment_frequency", 20).must(),
            text("repayment_method", 20),
            column("annual_rate", RATE),
            word("kind", AccountKind.class).orElse(AccountKind.INSTALMENT.name()),
            column("line_id", ID),
            column("line_limit", AMOUNT),
            column("joint_loan_id", ID)),
    INSTALMENTS(
            Owner.ACCOUNT,
            List.of("account_id", "schedule_version", "number"),
            account(),
            column("schedule_version", COUNT).must(),
            column("number", COUNT).must(),
            column("due_on", DATE).must(),
            column("principal", AMOUNT).must(),
            column("interest", AMOUNT).must(),
            column("fee", AMOUNT).orElse(0L),
            column("penalty", AMOUNT).orElse(0L)),
    ENTRIES(
            Owner.ACCOUNT,
            List.of("entry_id"),
            column("entry_id", ID).must(),
            account(),
            word("type", EntryType.class).must(),
            column("value_on", DATE).must(),
            column("posted_at", INSTANT).must(),
            column("amount", AMOUNT).must(),
            column("reverses", ID),
            column("principal", AMOUNT),
            column("interest", AMOUNT),
            column("fee", AMOUNT),
            column("penalty", AMOUNT),
            word("paid_by", PaidBy.class).orElse(PaidBy.BORROWER.name()),
            text("reference", 200).masked(),
            column("damages", AMOUNT)),
    AGREEMENTS(
            Owner.ACCOUNT,
            List.of("agreement_id"),
            column("agreement_id", ID).must(),
            account(),
            word("type", AgreementType.class).must(),
            column("agreed_on", DATE).must(),
            column("effective_on", DATE).must(),
            column("posted_at", INSTANT).must(),
            column("schedule_version", COUNT),
            text("channel", 40),
            text("evidence", 200).masked(),
            column("amount", AMOUNT),
            column("until_on", DATE),
            text("agency", 64),
            text("terms", 400).masked()),
    CONSENTS(
            Owner.NOBODY,
            List.of("borrower_id", "bureau", "given_at"),
            column("borrower_id", ID).must().to(Reference.BORROWER),
            column("bureau", BUREAU).must(),
            text("form_version", 40).must(),
            column("given_at", INSTANT).must(),
            column("withdrawn_at", INSTANT)),
    NOTICES(
            Owner.ACCOUNT,
            List.of("notice_id"),
            column("notice_id", ID).must(),
            account(),
            text("kind", 40).must(),
            text("channel", 40).must(),
            column("sent_at", INSTANT).must(),
            column("delivered_at", INSTANT),
            text("evidence", 200).masked()),
    DISPUTES(
            Owner.ACCOUNT,
            List.of("dispute_id"),
            column("dispute_id", ID).must(),
            account(),
            column("opened_on", DATE).must(),
            text("reason", 200).masked(),
            column("resolved_on", DATE),
            text("outcome", 200).masked()),
    CONTACTS(
            Owner.ACCOUNT,
            List.of("contact_id"),
            column("contact_id", ID).must().masked(),
            account().masked(),
            text("name", 200).must().masked().erasedBy(Feed.ERASED_AT),
            text("relation", 40).must().masked(),
            text("phone", 40).must().masked().erasedBy(Feed.ERASED_AT).digitsAs("phone_digits"),
            column("opted_out_at", INSTANT).masked(),
            column(Feed.ERASED_AT, INSTANT).masked(),
            word("source", ContactSource.class).masked(),
            word("relation_class", RelationClass.class).masked()),
    CONTACT_ATTEMPTS(
            Owner.ACCOUNT,
            List.of("attempt_id"),
            column("attempt_id", ID).must(),
            account(),
            column("contact_id", ID).to(Reference.CONTACT),
            text("channel", 40).must(),
            column("attempted_at", INSTANT).must(),
            text("outcome", 40).must().masked(),
            word("party", ContactedParty.class),
            column("party_id", ID).to(Reference.BORROWER),
            handle(),
            word("direction", Direction.class),
            column("people", COUNT)),
    STOPS(
            Owner.ACCOUNT,
            List.of("stop_id"),
            column("stop_id", ID).must(),
            column("borrower_id", ID).must().to(Reference.BORROWER),
            column("account_id", ID).to(Reference.ACCOUNT).orElse(""),
            column("contact_id", ID).to(Reference.CONTACT),
            text("channel", 40),
            handle(),
            text("kind", 40).must(),
            column("from_on", DATE).must(),
            column("to_on", DATE),
            text("reference", 200).masked(),
            column("posted_at", INSTANT).must()),
    STATEMENTS(
            Owner.ACCOUNT,
            List.of("statement_id"),
            column("statement_id", ID).must(),
            account(),
            column("statement_on", DATE).must(),
            column("due_on", DATE).must(),
            column("minimum_principal", AMOUNT).must(),
            column("minimum_interest", AMOUNT).orElse(0L),
            column("minimum_fee", AMOUNT).orElse(0L),
            column("balance", AMOUNT).must(),
            column("past_due", AMOUNT),
            column("posted_at", INSTANT).must()),
    PARTIES(
            Owner.ACCOUNT,
            List.of("party_id"),
            column("party_id", ID).must(),
            account(),
            column("borrower_id", ID).must().to(Reference.BORROWER),
            word("role", PartyRole.class).must(),
            column("amount", AMOUNT),
            column("from_on", DATE).must(),
            column("to_on", DATE)),
    BUREAU_FACTS(
            Owner.ACCOUNT,
            List.of("fact_id"),
            column("fact_id", ID).must(),
            column("bureau", BUREAU).must(),
            column("account_id", ID).to(Reference.ACCOUNT).orElse(""),
            column("borrower_id", ID).to(Reference.BORROWER),
            text("key", 64).must(),
            text("value", 200).must().masked(),
            column("effective_on", DATE).must(),
            column("posted_at", INSTANT).must());

    /** The telephone that an attempt or a stop is about. */
    public static final String HANDLE_ID = "handle_id";

    /** Of a contact: when its person asked to be forgotten. */
    public static final String ERASED_AT = "erased_at";

    private final Owner owner;
    private final Layout layout;

    Feed(Owner owner, List<String> key, Column... columns) {
        this.owner = owner;
        this.layout = new Layout(key, owner.fixed(key), List.of(columns));
    }

    public Owner owner() {
        return owner;
    }

    public Layout layout() {
        return layout;
    }

    /** The table's name, and the view's. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String file() {
        return table() + ".csv";
    }

    /** What an account is held from while one of its rows of this feed is missing. */
    public HeldFrom heldFrom() {
        return switch (this) {
            case ACCOUNTS, INSTALMENTS, ENTRIES, AGREEMENTS, STATEMENTS -> HeldFrom.EVERYTHING;
            case BORROWERS, DISPUTES, CONTACTS, CONTACT_ATTEMPTS, STOPS, PARTIES -> HeldFrom.WORKLIST;
            case CONSENTS, NOTICES, BUREAU_FACTS -> HeldFrom.NOTHING;
        };
    }

    /** Whether a row of this feed that is rejected is waited for. */
    public boolean holds() {
        return heldFrom() != HeldFrom.NOTHING;
    }

    /** The column that names the person whom a row of this feed tells how to contact; none where it names none. */
    public Optional<String> person() {
        return switch (this) {
            case BORROWERS, STOPS, PARTIES -> Optional.of("borrower_id");
            case CONTACT_ATTEMPTS -> Optional.of("party_id");
            case ACCOUNTS,
                    INSTALMENTS,
                    ENTRIES,
                    AGREEMENTS,
                    CONSENTS,
                    NOTICES,
                    DISPUTES,
                    CONTACTS,
                    STATEMENTS,
                    BUREAU_FACTS -> Optional.empty();
        };
    }

    /** The day on which what a row tells of began or was agreed; none where the row has no such day, or only instants. */
    Optional<String> began() {
        return switch (this) {
            case STOPS -> Optional.of("from_on");
            case DISPUTES -> Optional.of("opened_on");
            case AGREEMENTS -> Optional.of("agreed_on");
            case STATEMENTS -> Optional.of("statement_on");
            case BORROWERS,
                    ACCOUNTS,
                    INSTALMENTS,
                    ENTRIES,
                    CONSENTS,
                    NOTICES,
                    CONTACTS,
                    CONTACT_ATTEMPTS,
                    PARTIES,
                    BUREAU_FACTS -> Optional.empty();
        };
    }

    /** The columns whose sum control.csv states for this feed; none for a feed without amounts. */
    public List<String> summed() {
        return switch (this) {
            case ACCOUNTS -> List.of("principal");
            case INSTALMENTS -> List.of("principal", "interest", "fee", "penalty");
            case ENTRIES -> List.of("amount");
            case STATEMENTS -> List.of("minimum_principal", "minimum_interest", "minimum_fee");
            case BORROWERS,
                    AGREEMENTS,
                    CONSENTS,
                    NOTICES,
                    DISPUTES,
                    CONTACTS,
                    CONTACT_ATTEMPTS,
                    STOPS,
                    PARTIES,
                    BUREAU_FACTS -> List.of();
        };
    }

    public static Optional<Feed> ofTable(String table) {
        return List.of(values()).stream().filter(f -> f.table().equals(table)).findFirst();
    }
}
