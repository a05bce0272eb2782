package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Reported;
import io.arrears.ledger.BureauFact;
import io.arrears.ledger.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The borrower's record 110: all sections at first, later those that changed. */
final class PersonRecords {

    private static final String CUSTOMER_TYPE = "customer_type";

    /** Elements of one section, each from a bureau fact or from the borrower's own columns. */
    private record Filled(SectionKind kind, String updated, List<Source> sources, boolean must) {}

    /** Where an element's value comes from; the key of a fact, or what the borrower's row says. */
    private record Source(String tag, String key, @Nullable Function<Person, @Nullable String> column) {}

    private static final List<Filled> SECTIONS = List.of(
            new Filled(
                    SectionKind.CORE,
                    "FcsInfoUpDate",
                    List.of(
                            fact("Sex", "sex"),
                            column("DOB", PersonRecords::born),
                            fact("Nation", "nationality"),
                            fact("HouseAdd", "house_address"),
                            fact("HhDist", "house_district"),
                            column("CellPhone", PersonRecords::mobile),
                            fact("Email", "email")),
                    true),
            new Filled(
                    SectionKind.SPOUSE,
                    "SpsInfoUpDate",
                    List.of(
                            fact("MariStatus", "marital_status"),
                            fact("SpoName", "spouse_name"),
                            fact("SpoIDType", "spouse_id_type"),
                            fact("SpoIDNum", "spouse_id_number"),
                            fact("SpoTel", "spouse_phone"),
                            fact("SpsCmpyNm", "spouse_employer")),
                    true),
            new Filled(
                    SectionKind.EDUCATION,
                    "EduInfoUpDate",
                    List.of(fact("EduLevel", "education"), fact("AcaDegree", "degree")),
                    true),
            new Filled(
                    SectionKind.OCCUPATION,
                    "OctpnInfoUpDate",
                    List.of(
                            fact("EmpStatus", "employment_status"),
                            fact("CpnName", "employer_name"),
                            fact("CpnType", "employer_type"),
                            fact("Industry", "industry"),
                            fact("CpnAddr", "employer_address"),
                            fact("CpnPc", "employer_postal_code"),
                            fact("CpnDist", "employer_district"),
                            fact("CpnTEL", "employer_phone"),
                            fact("Occupation", "occupation"),
                            fact("Title", "title"),
                            fact("TechTitle", "technical_title"),
                            fact("WorkStartDate", "work_start_year")),
                    true),
            new Filled(
                    SectionKind.RESIDENCE,
                    "ResiInfoUpDate",
                    List.of(
                            fact("ResiStatus", "residence_status"),
                            fact("ResiAddr", "residence_address"),
                            fact("ResiPc", "residence_postal_code"),
                            fact("ResiDist", "residence_district"),
                            fact("HomeTel", "home_phone")),
                    true),
            new Filled(
                    SectionKind.MAIL,
                    "MlgInfoUpDate",
                    List.of(
                            fact("MailAddr", "mail_address"),
                            fact("MailPc", "mail_postal_code"),
                            fact("MailDist", "mail_district")),
                    true),
            new Filled(
                    SectionKind.INCOME,
                    "IncInfoUpDate",
                    List.of(fact("AnnlInc", "annual_income"), fact("TaxIncome", "taxed_income")),
                    false));

    private final PbocSettings settings;
    private final Dossier dossier;
    private final LocalDate day;

    PersonRecords(PbocSettings settings, Dossier dossier, LocalDate day) {
        this.settings = settings;
        this.dossier = dossier;
        this.day = day;
    }

    /**
     * The record that is due: 10 if the bureau does not hold the person, 20 if something has changed, else none; another
     * customer type is said by the base alone. Under another name or identity number the bureau does not hold the person yet
     * (R1101201).
     */
    Optional<DueRecord> due() {
        String identity = Facts.identity(base(""));
        List<Reported> reported = dossier.reported("110").stream()
                .filter(record -> identity.equals(record.fact(Facts.IDENTITY)))
                .toList();
        List<Section> sections = new ArrayList<>();
        List<Filled> due = new ArrayList<>();
        for (Filled filled : SECTIONS) {
            Section section = section(filled);
            if (reported.isEmpty()
                    ? filled.must() || isFilled(section, filled)
                    : isChanged(section, filled, reported)) {
                sections.add(section);
                due.add(filled);
            }
        }
        boolean isOfAnotherType = isOfAnotherType(reported);
        if (sections.isEmpty() && !isOfAnotherType) {
            return Optional.empty();
        }
        String code = reported.isEmpty() ? "10" : "20";
        sections.add(0, base(code));
        LocalDate fellDue = reported.isEmpty()
                ? firstDue()
                : changedOn(keys(due, isOfAnotherType), reported.get(reported.size() - 1));
        return Optional.of(DueRecord.of(new PbocRecord(RecordKind.PERSON_INFO, sections), code, day)
                .dueOn(fellDue.isAfter(day) ? day : fellDue));
    }

    /** With the account's opening; from the first day that is spoken of, or from when it became known. */
    private LocalDate firstDue() {
        return Stream.of(
                        dossier.facts().account().openedOn(),
                        settings.terms().from(),
                        dossier.terms().knownOn())
                .max(LocalDate::compareTo)
                .orElse(day);
    }

    /** What was told before the digest was kept is taken to be of the type that is known today. */
    private boolean isOfAnotherType(List<Reported> reported) {
        String told =
                reported.isEmpty() ? null : reported.get(reported.size() - 1).fact(Facts.CUSTOMER);
        return told != null && !told.equals(Facts.customer(base("")));
    }

    private static Set<String> keys(List<Filled> changed, boolean isOfAnotherType) {
        Stream<String> ofSections =
                changed.stream().flatMap(filled -> filled.sources().stream()).map(Source::key);
        return Stream.concat(ofSections, isOfAnotherType ? Stream.of(CUSTOMER_TYPE) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /** The first day on which something was said that the last record told does not say yet; this day if no fact tells. */
    private LocalDate changedOn(Set<String> keys, Reported last) {
        return dossier.personFacts().stream()
                .filter(fact -> keys.contains(fact.key()))
                .map(this::saidOn)
                .filter(said -> said.isAfter(last.reportedOn()) && !said.isAfter(day))
                .min(LocalDate::compareTo)
                .orElse(day);
    }

    private LocalDate saidOn(BureauFact fact) {
        LocalDate posted = LocalDate.ofInstant(fact.postedAt(), settings.terms().zone());
        return posted.isAfter(fact.effectiveOn()) ? posted : fact.effectiveOn();
    }

    private Section base(String code) {
        Person person = dossier.person();
        return Section.of(SectionKind.PERSON)
                .with("InfRecType", "110")
                .with("Name", person.fullName())
                .with("IDType", settings.identityType(person))
                .with("IDNum", person.idNumber())
                .with("InfSurcCode", settings.segment())
                .with("RptDate", day.toString())
                .with("RptDateCode", code)
                .with("Cimoc", settings.organisation())
                .with("CustomerType", value(CUSTOMER_TYPE));
    }

    private Section section(Filled filled) {
        Section section = Section.of(filled.kind());
        for (Source source : filled.sources()) {
            String value = value(source);
            if (!value.isEmpty() || section.has(source.tag())) {
                section = section.with(source.tag(), value);
            }
        }
        return section.with(filled.updated(), updatedOn(filled).toString());
    }

    /** A section without anything that was ever told stays untold. */
    private static boolean isFilled(Section section, Filled filled) {
        return filled.sources().stream()
                .anyMatch(source -> section.has(source.tag())
                        && !section.value(source.tag()).isEmpty());
    }

    private static boolean isChanged(Section section, Filled filled, List<Reported> reported) {
        String key = "digest." + filled.kind().shortName();
        String before = reported.stream()
                .map(Reported::facts)
                .filter(facts -> facts.containsKey(key))
                .reduce((a, b) -> b)
                .map(facts -> facts.get(key))
                .orElse(null);
        boolean isNew = before == null && isFilled(section, filled);
        return isNew || (before != null && !before.equals(Facts.digest(section)));
    }

    /** The newest day on which anything in the section was said; the opening where nothing was. */
    private LocalDate updatedOn(Filled filled) {
        return filled.sources().stream()
                .flatMap(source -> dossier.personFact(source.key(), day).stream())
                .map(BureauFact::effectiveOn)
                .max(LocalDate::compareTo)
                .orElse(dossier.facts().account().openedOn());
    }

    private String value(Source source) {
        Function<Person, @Nullable String> column = source.column();
        if (column == null) {
            return value(source.key());
        }
        String value = column.apply(dossier.person());
        return value == null ? "" : value;
    }

    private String value(String key) {
        return dossier.personFact(key, day).map(BureauFact::value).orElse("");
    }

    private static @Nullable String born(Person person) {
        LocalDate born = person.birthDate();
        return born == null ? null : born.toString();
    }

    /** The last eleven digits of a number of the country's own. */
    private static @Nullable String mobile(Person person) {
        String phone = person.phone();
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < 11 ? null : digits.substring(digits.length() - 11);
    }

    private static Source fact(String tag, String key) {
        return new Source(tag, key, null);
    }

    private static Source column(String tag, Function<Person, @Nullable String> column) {
        return new Source(tag, "", column);
    }
}
