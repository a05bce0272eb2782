package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.rule.BasicInfoRules;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.terms.ProductTerms;
import io.arrears.furnish.Dossier;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Party;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The sections of what was agreed, which a first report tells: terms, who is liable, and the contract behind the account. */
final class AccountTerms {

    private static final String PERSON = "1";
    private static final String CO_BORROWER = "1";
    private static final String GUARANTOR = "2";
    private static final String ONE_DRAWDOWN = "0";

    private final PbocSettings settings;
    private final Dossier dossier;
    private final Currency currency;

    AccountTerms(PbocSettings settings, Dossier dossier) {
        this.settings = settings;
        this.dossier = dossier;
        this.currency = dossier.facts().account().currency();
    }

    boolean isUnderLine() {
        return settings.product(dossier).isUnderLine();
    }

    /** All that there are, of a day. */
    List<Section> sections(LocalDate day, AccountState state) {
        List<Section> sections = new ArrayList<>();
        sections.add(basicInfo(day, state));
        Section liable = liable(day);
        if (!liable.entries().isEmpty()) {
            sections.add(liable);
        }
        creditLine(day).ifPresent(sections::add);
        return sections;
    }

    /** What the account's type has of it. */
    Section basicInfo(LocalDate day, AccountState state) {
        ProductTerms product = settings.product(dossier);
        String mode = settings.repayMode(dossier);
        return Section.of(SectionKind.BASIC_INFO, product.type())
                .with("BusiLines", BasicInfoRules.line(product.business()))
                .with("BusiDtlLines", product.business())
                .with("OpenDate", dossier.facts().account().openedOn().toString())
                .with("Cy", currency.getCurrencyCode())
                .having("AcctCredLine", () -> whole(Amount.LOAN, state.limit()))
                .having("LoanAmt", () -> whole(Amount.LOAN, dossier.terms().principal()))
                .having("Flag", product::drawdowns)
                .with("DueDate", state.maturesOn(dossier.terms().maturesOn()).toString())
                .with("RepayMode", mode)
                .with(
                        "RepayFreqcy",
                        settings.options()
                                .repaymentFrequencies()
                                .getOrDefault(dossier.terms().repaymentFrequency(), ""))
                .having(
                        "RepayPrd",
                        () -> mode.startsWith("2")
                                ? "0"
                                : Integer.toString(dossier.terms().termCount()))
                .with("ApplyBusiDist", fact("application_district", day, product.district()))
                .with("GuarMode", fact("guarantee_mode", day, product.guarantee()))
                .with("OthRepyGuarWay", fact("other_guarantee", day, product.otherGuarantee()))
                .with("AssetTrandFlag", fact("asset_transferred", day, "0"))
                .with("FundSou", fact("fund_source", day, product.fundSource()))
                .with("LoanForm", fact("loan_form", day, product.loanForm()))
                .having("LoanConCode", () -> fact("house_contract", day, ""))
                .having("FirstHouLoanFlag", () -> fact("first_house_loan", day, ""));
    }

    Section liable(LocalDate day) {
        Section section = Section.of(SectionKind.LIABLE, settings.type(dossier));
        for (Party party : dossier.parties()) {
            if (party.holdsOn(day)) {
                section = section.plus(liable(party, day));
            }
        }
        return section;
    }

    private Elements liable(Party party, LocalDate day) {
        boolean guarantor = party.role() == PartyRole.GUARANTOR;
        Person person = party.person();
        Long amount = party.amount();
        String contract = fact("guarantee_contract", day, "");
        return Section.entry(SectionKind.LIABLE)
                .with("InfoIDType", PERSON)
                .with("ArlpName", person.fullName())
                .with("ArlpCertType", settings.identityType(person))
                .with("ArlpCertNum", person.idNumber())
                .with("ArlpType", guarantor ? GUARANTOR : CO_BORROWER)
                .with("ArlpAmt", amount == null ? "" : whole(Amount.LIABLE, amount))
                .with("WartySign", guarantor ? "0" : "")
                .with("MaxGuarMcc", guarantor && !contract.isEmpty() ? settings.segment() + contract : "");
    }

    /** The contract of the line that the account is or was drawn under; of a loan drawn once there is none. */
    Optional<Section> creditLine(LocalDate day) {
        ProductTerms product = settings.product(dossier);
        if (product.isUnderLine()) {
            return Optional.of(creditLine(settings.contractCode(dossier)));
        } else if (product.drawdowns().equals(ONE_DRAWDOWN)) {
            return Optional.empty();
        }
        String contract = fact("credit_agreement", day, "");
        return Optional.of(creditLine(contract.isEmpty() ? "" : settings.segment() + contract));
    }

    private Section creditLine(String contract) {
        return Section.of(SectionKind.CREDIT_LINE, settings.type(dossier)).with("Mcc", contract);
    }

    private String whole(Amount amount, long minor) {
        return settings.options().rounding().of(amount, minor, currency);
    }

    private String fact(String key, LocalDate day, String otherwise) {
        return dossier.accountFact(key, day).map(BureauFact::value).orElse(otherwise);
    }
}
