package io.arrears.bureau.pboc;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.GateInput;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Submission;
import io.arrears.furnish.Tradeline;
import io.arrears.ledger.Person;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The PBOC's Credit Reference Center as one lender tells it.
 *
 * @param segment the data provider's 14 characters, with which every code of ours begins
 * @param organisation the managing organisation's 14 characters
 */
public record PbocBureau(
        ReportingTerms terms,
        String segment,
        String organisation,
        Map<String, ProductTerms> products,
        Handover handover,
        FormatOptions choices)
        implements Bureau {

    private static final int SERIAL_AND_FLAG = 4;
    private static final String OVERDUE = "TotOverd";
    private static final Pattern OVERDUE_IN_LINE = Pattern.compile("<" + OVERDUE + ">([0-9]+)</" + OVERDUE + ">");

    /** What a finished file is made into. */
    public enum Handover {
        PLAIN,
        ZIP
    }

    public PbocBureau {
        products = Map.copyOf(products);
    }

    @Override
    public List<String> kinds() {
        return List.of("110", "214", "213", "212", "210");
    }

    @Override
    public Policy policy(Policy lender) {
        return lender.with(choices.threshold());
    }

    @Override
    public List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt) {
        if (dossier.facts().account().openedOn().isAfter(due.asOf())) {
            return List.of();
        }
        Telling telling = new Telling(this, dossier, policy(policy), due, generatedAt);
        List<Decision> decide = new ArrayList<>(telling.account());
        decide.addAll(Refusals.givenUpAsTold(dossier.reported()));
        decide.addAll(telling.person());
        return decide;
    }

    @Override
    public GateInput asked(Dossier dossier, LocalDate day, Delinquency figures, Instant generatedAt) {
        List<Reported> held = held(dossier.reported());
        List<LocalDate> negative = held.stream()
                .filter(reported -> isNegative(reported.facts()))
                .map(PbocBureau::spokenOf)
                .toList();
        return new GateInput(dossier, day, figures, terms, held.isEmpty(), negative, generatedAt);
    }

    /** What counts as told since the account was last taken back as a whole. */
    private static List<Reported> held(List<Reported> reported) {
        List<Reported> held = new ArrayList<>();
        for (Reported record : reported) {
            if (record.counts() && record.kind().equals(RecordKind.ACCOUNT_DELETION.code())) {
                held.clear();
            } else if (record.counts()) {
                held.add(record);
            }
        }
        return held;
    }

    /** A restated month keeps speaking of that month, whenever it was corrected. */
    private static LocalDate spokenOf(Reported reported) {
        String month = reported.fact("Month");
        return reported.kind().equals(RecordKind.SECTION_CORRECTION.code()) && month != null
                ? YearMonth.parse(month).atEndOfMonth()
                : reported.reportedOn();
    }

    /** Overdue, or written off and still owing. */
    @Override
    public boolean isNegative(Map<String, String> facts) {
        String status = facts.get("RpyStatus");
        return status != null && status.matches("[1-7B]");
    }

    @Override
    public boolean isMonthEnd(@Nullable String code) {
        return "30".equals(code) || "31".equals(code) || "32".equals(code);
    }

    @Override
    public String accountKind() {
        return RecordKind.ACCOUNT.code();
    }

    @Override
    public String deletionKind() {
        return RecordKind.ACCOUNT_DELETION.code();
    }

    @Override
    public boolean isOfPerson(String kind) {
        return kind.equals(RecordKind.PERSON_INFO.code());
    }

    @Override
    public boolean isEnd(Map<String, String> facts) {
        return AccountType.D1.closed().equals(facts.get("AcctStatus"));
    }

    /** Everything but the account's own reports and the person's. */
    @Override
    public boolean isCorrection(String kind) {
        return !kind.equals("210") && !kind.equals("110");
    }

    @Override
    public String names(String kind, Instant generatedAt) {
        String first = name(kind, generatedAt, 1).text();
        return first.substring(0, first.length() - SERIAL_AND_FLAG);
    }

    @Override
    public List<Submission> submissions(String kind, Instant generatedAt, int firstSerial, List<Long> counts) {
        return Split.of(name(kind, generatedAt, firstSerial), counts).shares().stream()
                .map(share -> submission(kind, share))
                .toList();
    }

    private static Submission submission(String kind, Split.Share share) {
        Split.Piece first = share.pieces().get(0);
        Split.Piece last = share.pieces().get(share.pieces().size() - 1);
        return new Submission(
                share.name().text(),
                kind,
                share.name().serial(),
                new Submission.Place(first.part(), first.from()),
                new Submission.Place(last.part(), last.to() - 1),
                share.records());
    }

    @Override
    public long announced(String header) {
        try {
            return Header.parse(header).records();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    @Override
    public boolean closesOnceRepaid() {
        return choices.closesOnceRepaid();
    }

    /** Whole yuan; no value of a record can look like a tag. */
    @Override
    public @Nullable BigDecimal overdue(String line) {
        Matcher tag = OVERDUE_IN_LINE.matcher(line);
        return tag.find() ? new BigDecimal(tag.group(1)) : null;
    }

    @Override
    public @Nullable BigDecimal overdue(Map<String, String> facts) {
        String overdue = facts.get(OVERDUE);
        return overdue == null ? null : new BigDecimal(overdue);
    }

    @Override
    public BigDecimal overdue(Delinquency figures) {
        return BigDecimal.valueOf(AccountState.totalOverdue(figures, choices.rounding()));
    }

    @Override
    public Tradeline onFile(List<Reported> reported) {
        LoanOnFile onFile = LoanOnFile.of(reported);
        boolean wasTakenBack = reported.stream()
                .anyMatch(record -> record.counts() && record.kind().equals(RecordKind.ACCOUNT_DELETION.code()));
        if (!onFile.isHeld()) {
            return new Tradeline(null, null, false, wasTakenBack, Set.of(), null, null);
        }
        List<SectionsOnFile.Part> months = onFile.months();
        SectionsOnFile.Part newest = months.isEmpty() ? null : months.get(months.size() - 1);
        return new Tradeline(
                onFile.firstDay(),
                onFile.lastDay(),
                onFile.isClosed(),
                wasTakenBack,
                onFile.monthly().stream().map(SectionsOnFile.Part::reportedOn).collect(Collectors.toSet()),
                newest == null ? null : newest.reportedOn(),
                newest == null ? null : overdue(newest.facts()));
    }

    @Override
    public List<Path> write(Path folder, String kind, Instant generatedAt, int firstSerial, List<Path> parts)
            throws IOException {
        List<Long> counts = new ArrayList<>();
        for (Path part : parts) {
            counts.add(SubmissionFile.records(part));
        }
        SubmissionFile.LastLineEnd end =
                choices.finalNewline() ? SubmissionFile.LastLineEnd.CRLF : SubmissionFile.LastLineEnd.NONE;
        Packaging packaging =
                switch (handover) {
                    case PLAIN -> Packaging.PLAIN;
                    case ZIP -> Packaging.ZIP;
                };
        Set<Path> files = new LinkedHashSet<>();
        for (Split.Share share :
                Split.of(name(kind, generatedAt, firstSerial), counts).shares()) {
            Path file = SubmissionFile.write(folder, share, local(generatedAt), parts, end);
            files.add(file);
            files.add(packaging.pack(file));
        }
        return List.copyOf(files);
    }

    private FileName name(String kind, Instant generatedAt, int serial) {
        return FileName.of(segment, local(generatedAt).toLocalDate(), kind, serial);
    }

    /** On the provider's clock, in whole seconds, as the header has it. */
    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, terms.zone()).truncatedTo(ChronoUnit.SECONDS);
    }

    @Nullable
    ProductTerms termsOf(Dossier dossier) {
        return products.get(dossier.facts().account().product());
    }

    /** How the account's product is told; the gate of scope has looked before. */
    ProductTerms product(Dossier dossier) {
        ProductTerms terms = termsOf(dossier);
        if (terms == null) {
            throw new IllegalStateException("a product that is not told");
        }
        return terms;
    }

    String identityType(Person person) {
        return choices.identityTypes().getOrDefault(person.idType(), "");
    }
}
