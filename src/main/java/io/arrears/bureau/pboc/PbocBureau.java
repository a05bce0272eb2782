package io.arrears.bureau.pboc;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Submission;
import io.arrears.furnish.Tradeline;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The PBOC's Credit Reference Center as one lender tells it.
 */
public record PbocBureau(PbocSettings settings) implements Bureau {

    private static final int SERIAL_AND_FLAG = 4;
    private static final String OVERDUE = "TotOverd";
    private static final Pattern OVERDUE_IN_LINE = Pattern.compile("<" + OVERDUE + ">([0-9]+)</" + OVERDUE + ">");

    @Override
    public ReportingTerms terms() {
        return settings.terms();
    }

    @Override
    public List<String> kinds() {
        return List.of("110", "214", "213", "212", "210");
    }

    @Override
    public Policy policy(Policy lender) {
        return settings.policy(lender);
    }

    @Override
    public List<Decision> decide(Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt) {
        if (dossier.facts().account().openedOn().isAfter(due.asOf())) {
            return List.of();
        }
        Telling telling = new Telling(settings, dossier, policy(policy), due, generatedAt);
        List<Decision> decisions = new ArrayList<>(telling.account());
        decisions.addAll(Refusals.givenUpAsTold(dossier.reported()));
        decisions.addAll(telling.person());
        return decisions;
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
    public Expectation expected(AccountView account, ReportingCalendar.Due due) {
        LocalDate opened = account.openedOn();
        LocalDate ended = account.endedOn(settings.options().closesOnceRepaid());
        boolean isEnd = ended != null && !ended.isAfter(due.eventsUntil()) && ended.isBefore(due.untoldMonthEnd());
        LocalDate open = opened.isAfter(due.monthsUntil()) ? opened : due.monthsUntil();
        LocalDate day = isEnd && ended != null ? ended : open;
        boolean isDue = !opened.isAfter(due.eventsUntil()) && !day.isBefore(terms().from());
        return new Expectation(day, isEnd, terms().from(), isDue && (isEnd || isKnownInTime(account, day)));
    }

    private boolean isKnownInTime(AccountView account, LocalDate day) {
        return day.equals(account.openedOn())
                ? terms().calendar().tellsOpening(day, account.knownOn())
                : !account.knownOn().isAfter(day);
    }

    /** Whole yuan; no value of a record can look like a tag. */
    @Override
    public @Nullable BigDecimal overdue(String line) {
        Matcher tag = OVERDUE_IN_LINE.matcher(line);
        return tag.find() ? new BigDecimal(tag.group(1)) : null;
    }

    @Override
    public BigDecimal overdue(Delinquency figures) {
        return BigDecimal.valueOf(
                AccountState.totalOverdue(figures, settings.options().rounding()));
    }

    @Override
    public Tradeline onFile(List<Reported> reported) {
        LoanOnFile onFile = LoanOnFile.of(reported);
        boolean wasTakenBack = reported.stream().anyMatch(record -> record.isRetraction());
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
                newest == null ? null : Meanings.overdue(newest.facts()));
    }

    @Override
    public List<Path> write(Path folder, String kind, Instant generatedAt, int firstSerial, List<Path> parts)
            throws IOException {
        List<Long> counts = new ArrayList<>();
        for (Path part : parts) {
            counts.add(SubmissionFile.records(part));
        }
        SubmissionFile.LastLineEnd end =
                settings.options().finalNewline() ? SubmissionFile.LastLineEnd.CRLF : SubmissionFile.LastLineEnd.NONE;
        Packaging packaging =
                switch (settings.handover()) {
                    case PLAIN -> Packaging.PLAIN;
                    case ZIP -> Packaging.ZIP;
                };
        Set<Path> files = new LinkedHashSet<>();
        for (Split.Share share :
                Split.of(name(kind, generatedAt, firstSerial), counts).shares()) {
            Path file = SubmissionFile.write(folder, share, settings.local(generatedAt), parts, end);
            files.add(file);
            files.add(packaging.pack(file));
        }
        return List.copyOf(files);
    }

    private FileName name(String kind, Instant generatedAt, int serial) {
        return FileName.of(settings.segment(), settings.local(generatedAt).toLocalDate(), kind, serial);
    }
}
