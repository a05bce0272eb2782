package io.arrears.bureau.pboc.terms;

import io.arrears.furnish.Dossier;
import io.arrears.furnish.ReportingTerms;
import io.arrears.ledger.Person;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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

    public String identityType(Person person) {
        return options.identityTypes().getOrDefault(person.idType(), "");
    }
}
