package io.arrears.bureau.pboc.terms;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Products;
import io.arrears.furnish.ReportingTerms;
import io.arrears.ledger.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * How one lender reports to the PBOC's Credit Reference Center.
 *
 * @param segment the data provider's 14 characters, with which every code of ours begins
 * @param organisation the managing organisation's 14 characters
 * @param products how each product that is reported is told
 */
public record PbocSettings(
        ReportingTerms terms,
        String segment,
        String organisation,
        Map<String, ProductTerms> products,
        Handover handover,
        FormatOptions options) {

    /** What a finished file is made into. */
    public enum Handover {
        PLAIN,
        ZIP
    }

    public PbocSettings {
        products = Map.copyOf(products);
    }

    /** On the provider's clock, in whole seconds, as the header has it. */
    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, terms.zone()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** How the account's product is reported; the gate of scope has looked before. */
    public ProductTerms product(Dossier dossier) {
        ProductTerms product = products.get(dossier.facts().account().product());
        if (product == null) {
            throw new IllegalStateException("a product that is not reported");
        }
        return product;
    }

    /** What the accounts of each product are. */
    public static Products scope(Map<String, ProductTerms> products) {
        Map<String, Products.Kind> kinds = new HashMap<>();
        products.forEach((name, terms) -> kinds.put(name, terms.kind()));
        return new Products(kinds);
    }

    /** The type that the account's records are of. */
    public AccountType type(Dossier dossier) {
        return product(dossier).type();
    }

    /** RepayMode: the product's where it has one, else that of the account's own repayment method; empty where there is none. */
    public String repayMode(Dossier dossier) {
        String ofProduct = product(dossier).repayMode();
        return ofProduct.isEmpty()
                ? options.repaymentMethods()
                        .getOrDefault(String.valueOf(dossier.terms().repaymentMethod()), "")
                : ofProduct;
    }

    /** The code of the line that an account is, or was drawn under; empty where none is known. */
    public String contractCode(Dossier dossier) {
        String line = dossier.terms().lineId();
        if (line == null && dossier.facts().account().isLine()) {
            return segment + dossier.account();
        }
        return line == null ? "" : segment + line;
    }

    /**
     * The day of the first record of a line's contract: the opening, if it is told; else the first day that is told of, or that on which
     * the line became known, since a 220 knows no found contract [U].
     */
    public LocalDate contractBegins(LocalDate openedOn, LocalDate knownOn) {
        if (options.line().foundContract() == LineOptions.FoundContract.OPENING) {
            return openedOn;
        }
        LocalDate first = firstToldOf(openedOn);
        boolean isTold = first.equals(openedOn) && terms.calendar().tellsOpening(openedOn, knownOn);
        return isTold || knownOn.isBefore(first) ? first : knownOn;
    }

    /** The first day of an account's life that is told of. */
    public LocalDate firstToldOf(LocalDate openedOn) {
        return openedOn.isBefore(terms.from()) ? terms.from() : openedOn;
    }

    /** Whether the bureau holds the contract of a line whose account it held before we began [U]. */
    public boolean holdsContractsOfBaselines() {
        return options.line().baselineContract() == LineOptions.BaselineContract.HELD;
    }

    public String identityType(Person person) {
        return options.identityTypes().getOrDefault(person.idType(), "");
    }
}
