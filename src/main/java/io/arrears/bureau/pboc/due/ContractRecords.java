package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Dossier;
import io.arrears.ledger.Account;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Party;
import io.arrears.ledger.PartyRole;
import io.arrears.ledger.Person;
import java.time.LocalDate;
import java.util.List;

/** The records of the contract of a line, filled from the line's dossier. */
final class ContractRecords {

    private static final String PERSON = "1";
    private static final String REVOLVING = "10";
    private static final String DRAWN_AGAIN = "1";
    private static final String IN_FORCE = "1";

    private final PbocSettings settings;
    private final Dossier dossier;
    private final Account account;
    private final Borrower borrower;

    ContractRecords(PbocSettings settings, Dossier dossier) {
        this.settings = settings;
        this.dossier = dossier;
        this.account = dossier.facts().account();
        this.borrower = new Borrower(settings, dossier.person());
    }

    String code() {
        return settings.contractCode(dossier);
    }

    /**
     * A 220 of a day.
     *
     * @param first whether it tells who else the contract is with; what changes of that later is corrected
     */
    PbocRecord report(String code, boolean first, LocalDate day) {
        Section base = base(code, day);
        Section limit = limit(day, code.equals(ContractPoints.END));
        Section coBorrowers = coBorrowers(day);
        return new PbocRecord(
                RecordKind.CONTRACT,
                first && !coBorrowers.entries().isEmpty() ? List.of(base, coBorrowers, limit) : List.of(base, limit));
    }

    private Section base(String code, LocalDate day) {
        return borrower.in(Section.of(SectionKind.CONTRACT_BASE)
                .with("InfRecType", RecordKind.CONTRACT.code())
                .with("ContractCode", code())
                .with("RptDate", day.toString())
                .with("RptDateCode", code));
    }

    /** Whose it is as a correction carries it (R2220103). */
    Section correctedBase() {
        return borrower.in(Section.correctedBase(SectionKind.CONTRACT_BASE));
    }

    Section coBorrowers(LocalDate day) {
        Section section = Section.of(SectionKind.CO_BORROWERS);
        for (Party party : dossier.parties()) {
            if (party.role() == PartyRole.CO_BORROWER && party.holdsOn(day)) {
                section = section.plus(coBorrower(party.person()));
            }
        }
        return section;
    }

    private Elements coBorrower(Person person) {
        return Section.entry(SectionKind.CO_BORROWERS)
                .with("BrerType", PERSON)
                .with("CertRelName", person.fullName())
                .with("CertRelIDType", settings.identityType(person))
                .with("CertRelIDNum", person.idNumber());
    }

    /** The limit in force at the end of a day. */
    Section limit(LocalDate day, boolean isEnded) {
        return Section.of(SectionKind.LIMIT)
                .with("CreditLimType", REVOLVING)
                .with("LimLoopFlg", DRAWN_AGAIN)
                .with("CreditLim", settings.options().rounding().of(Amount.LOAN, limitOn(day), account.currency()))
                .with("Cy", account.currency().getCurrencyCode())
                .with("ConEffDate", account.openedOn().toString())
                .with("ConExpDate", expiresOn(day).toString())
                .with("ConStatus", isEnded ? SectionsOnFile.ENDED_CONTRACT : IN_FORCE);
    }

    /** In minor units. */
    long limitOn(LocalDate day) {
        CreditLine line = account.line();
        return line == null ? 0 : line.limitOn(day, dossier.facts().agreements());
    }

    /** When the line was ended, once it was; before that its agreed end, if there is one. */
    private LocalDate expiresOn(LocalDate day) {
        LocalDate agreed = dossier.terms().maturesOn();
        return Agreement.lineEndsOn(dossier.facts().agreements())
                .filter(ended -> !ended.isAfter(day))
                .orElse(agreed == null ? settings.options().line().withoutEnd() : agreed);
    }

    /** A 221 that gives the contract its code of today. */
    PbocRecord renaming(String old) {
        return PbocRecord.of(
                RecordKind.CONTRACT_RENAMING,
                Section.of(SectionKind.CONTRACT_RENAMING)
                        .with("InfRecType", RecordKind.CONTRACT_RENAMING.code())
                        .with("OdBnesCode", old)
                        .with("NwBnesCode", code()));
    }

    /** A 222 that puts one section in the place of the one held. */
    PbocRecord correction(Section section, LocalDate day) {
        Section head = Section.of(SectionKind.CONTRACT_CORRECTION)
                .with("InfRecType", RecordKind.CONTRACT_CORRECTION.code())
                .with("ModRecCode", code())
                .with("RptDate", day.toString())
                .with("MdfcSgmtCode", section.kind().letter());
        return PbocRecord.of(RecordKind.CONTRACT_CORRECTION, head, section);
    }

    /** A 223 that takes the limit of a day back. */
    PbocRecord deletion(LocalDate day) {
        return PbocRecord.of(
                RecordKind.CONTRACT_SECTION_DELETION,
                Section.of(SectionKind.CONTRACT_SECTION_DELETION)
                        .with("InfRecType", RecordKind.CONTRACT_SECTION_DELETION.code())
                        .with("DelRecCode", code())
                        .with("DelSgmtCode", SectionKind.LIMIT.letter())
                        .with("DelStartDate", day.toString())
                        .with("DelEndDate", day.toString()));
    }

    /** A 224 that takes the whole contract back, by the code that the bureau knows it by. */
    PbocRecord deletion(String onFile) {
        return PbocRecord.of(
                RecordKind.CONTRACT_DELETION,
                Section.of(SectionKind.CONTRACT_DELETION)
                        .with("InfRecType", RecordKind.CONTRACT_DELETION.code())
                        .with("DelRecCode", onFile));
    }
}
