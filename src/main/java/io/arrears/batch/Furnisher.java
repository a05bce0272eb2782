package io.arrears.batch;

import io.arrears.delinquency.Assessment;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Changed;
import io.arrears.furnish.Deadlines;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Gate;
import io.arrears.furnish.GateInput;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Turn;
import io.arrears.ledger.Dispute;
import io.arrears.night.ReportingScope;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.run.Run;
import io.arrears.store.bureau.FurnishedWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Has a bureau decide what it is told of an account, and says in the lists what did not go out and what is to be done. */
class Furnisher implements ItemProcessor<Dossier, Furnished> {

    private final Run run;
    private final Bureau bureau;
    private final ReportingTerms furnishing;
    private final Policy policy;
    private final ReportingCalendar.Due due;
    private final boolean listsExcluded;

    Furnisher(Run run, Bureau bureau, ReportingScope furnished) {
        this.listsExcluded = furnished.opensMonth();
        this.run = run;
        this.bureau = bureau;
        this.furnishing = bureau.terms();
        this.policy = bureau.policy(run.lender().policy());
        this.due = furnishing.calendar().on(run.asOf());
    }

    @Override
    public @Nullable Furnished process(Dossier dossier) {
        if (dossier.facts().account().openedOn().isAfter(run.asOf())) {
            return null;
        }
        List<Decision> decisions = bureau.decide(dossier, policy, due, run.generatedAt());
        Page page = new Page(dossier);
        List<Decision.Report> records = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Report furnished) {
                records.add(furnished);
            } else if (decision instanceof Decision.Hold held) {
                page.held(held);
            } else if (decision instanceof Decision.Exclusion excluded) {
                page.excluded(excluded);
            } else if (decision instanceof Decision.Rejection rejected) {
                page.rejected(rejected);
            }
        }
        records.forEach(page::correction);
        decisions.forEach(decision -> page.dueOnMonthEnd(dossier, decision));
        boolean excluded = decisions.stream().anyMatch(Decision.Exclusion.class::isInstance);
        if (!excluded) {
            page.notices(dossier, decisions);
            page.legalReview(dossier, records);
            page.consent(dossier);
        }
        dossier.disputes().forEach(page::dispute);
        boolean waits = page.waits
                || dossier.reported().stream()
                        .anyMatch(reported -> reported.state().isUnderway());
        boolean isPending = waits || page.isPending || isYetToCome(dossier, decisions);
        FurnishedWriter.Pending pending =
                new FurnishedWriter.Pending(dossier.account(), waits ? dossier.restateFrom() : null);
        return new Furnished(dossier.account(), records, page.lines(), isPending ? pending : null);
    }

    /** Whether something happened that a later run tells, since events are told so many days after. */
    private boolean isYetToCome(Dossier dossier, List<Decision> decisions) {
        if (due.eventsUntil().equals(run.asOf())) {
            return false;
        }
        ReportingCalendar.Due today = new ReportingCalendar.Due(run.asOf(), run.asOf(), due.monthsUntil());
        return !bureau.decide(dossier, policy, today, run.generatedAt()).equals(decisions);
    }

    private Delinquency figures(Dossier dossier, LocalDate day) {
        return Delinquency.on(day, Assessment.assess(dossier.facts(), policy, day), policy);
    }

    /** The lines of one account. */
    private final class Page {

        private final String account;
        private final String borrower;
        private final Map<String, StringBuilder> lines = new HashMap<>();
        private boolean waits;
        private boolean isPending;

        Page(Dossier dossier) {
            this.account = dossier.account();
            this.borrower = dossier.person().borrowerId();
        }

        Map<String, String> lines() {
            Map<String, String> written = new HashMap<>();
            lines.forEach((file, text) -> written.put(file, text.toString()));
            return written;
        }

        void held(Decision.Hold held) {
            LocalDate dueOn = furnishing
                    .calendar()
                    .tellsOn(held.reportedOn(), held.meaning().isMonthEnd());
            long days = Math.max(0, ChronoUnit.DAYS.between(dueOn, run.asOf()));
            GateResult stop = held.stop();
            Turn turn = stop.turn();
            add(
                    FurnishCsv.HELD,
                    account,
                    furnishing.bureau(),
                    held.kind(),
                    held.code(),
                    held.reportedOn(),
                    stop.gate(),
                    stop.reason(),
                    stop.evidence(),
                    dueOn,
                    days,
                    days > furnishing.maxHoldDays() ? "yes" : "",
                    turn.whose().name().toLowerCase(Locale.ROOT),
                    turn.command(),
                    borrower(held.meaning()));
            waits = true;
        }

        /** Once a month, since an account that is none of the bureau's need not be looked at every night. */
        void excluded(Decision.Exclusion excluded) {
            if (!listsExcluded) {
                return;
            }
            GateResult stop = excluded.stop();
            add(FurnishCsv.EXCLUDED, account, furnishing.bureau(), stop.gate(), stop.reason(), stop.evidence());
        }

        /** A row a rule, so that all that is wrong with a record can be mended at once. */
        void rejected(Decision.Rejection rejected) {
            for (Decision.Rejection.Broken broken : rejected.broken()) {
                add(
                        FurnishCsv.REJECTED,
                        account,
                        furnishing.bureau(),
                        rejected.kind(),
                        rejected.code(),
                        rejected.reportedOn(),
                        broken.rule(),
                        broken.tag(),
                        broken.shown(),
                        broken.reason(),
                        borrower(rejected.meaning()));
            }
            waits = true;
        }

        /** Whom a row is of that is a person's: his first account stands in it, too. */
        private @Nullable String borrower(Meaning meaning) {
            return meaning.isOfPerson() ? borrower : null;
        }

        void correction(Decision.Report record) {
            Map<String, String> before = record.before();
            if (before == null) {
                return;
            }
            Map<String, String> now = record.facts();
            List<String> changed = Changed.tags(before, now);
            for (String tag : changed) {
                add(
                        FurnishCsv.CORRECTIONS,
                        account,
                        furnishing.bureau(),
                        record.kind(),
                        record.code(),
                        record.reportedOn(),
                        tag,
                        before.get(tag),
                        now.get(tag));
            }
        }

        /** What fell due on the very day that a month's record speaks of and is unpaid: whether that is overdue somebody must know. */
        void dueOnMonthEnd(Dossier dossier, Decision decision) {
            LocalDate day = decision.reportedOn();
            if (!isMonthEnd(decision) || !isAnyDueOn(dossier, day)) {
                return;
            }
            long unpaid =
                    Settlement.on(dossier.facts(), policy, day).particulars().dueToday();
            if (unpaid > 0) {
                Currency currency = dossier.facts().account().currency();
                add(
                        FurnishCsv.DUE_ON_MONTH_END,
                        account,
                        furnishing.bureau(),
                        decision.kind(),
                        code(decision),
                        day,
                        BigDecimal.valueOf(unpaid, currency.getDefaultFractionDigits()),
                        currency,
                        reported(decision));
            }
        }

        private boolean isAnyDueOn(Dossier dossier, LocalDate day) {
            return dossier.facts().instalments().stream()
                    .anyMatch(instalment -> policy.dueDate(instalment.dueOn()).equals(day));
        }

        private boolean isMonthEnd(Decision decision) {
            return decision instanceof Decision.Report report
                    ? report.meaning().isMonthEnd()
                    : decision instanceof Decision.Hold held && held.meaning().isMonthEnd();
        }

        private static @Nullable String code(Decision decision) {
            if (decision instanceof Decision.Report furnished) {
                return furnished.code();
            }
            return decision instanceof Decision.Hold held ? held.code() : null;
        }

        private String reported(Decision decision) {
            if (decision instanceof Decision.Report furnished) {
                return furnished.meaning().negative() ? "overdue" : "not overdue";
            }
            return "held";
        }

        /** One for each episode: today's, and one over by now of which a record waits for its notice. */
        void notices(Dossier dossier, List<Decision> decisions) {
            TreeSet<LocalDate> days = decisions.stream()
                    .filter(decision -> decision instanceof Decision.Hold held
                            && held.stop().gate().equals(Gate.PRE_NOTICE.written())
                            && held.meaning().isMonthEnd())
                    .map(Decision::reportedOn)
                    .collect(Collectors.toCollection(TreeSet::new));
            days.add(run.asOf());
            Set<LocalDate> episodes = new HashSet<>();
            days.descendingSet().forEach(day -> notice(dossier, day, episodes));
        }

        private void notice(Dossier dossier, LocalDate day, Set<LocalDate> episodes) {
            Delinquency figures = figures(dossier, day);
            LocalDate began = figures.standing().episodeStartedOn();
            GateInput next = GateInput.of(dossier, furnishing, day, figures, run.generatedAt());
            if (began != null && Gate.PRE_NOTICE.stops(next).isPresent() && episodes.add(began)) {
                add(
                        FurnishCsv.NOTICES_DUE,
                        account,
                        furnishing.bureau(),
                        began,
                        figures.reportedDpd(),
                        Deadlines.notifyBy(began, policy.grace().days(), furnishing, run.asOf()));
                isPending = true;
            }
        }

        /** By the days past due on the day the record speaks of, whatever has been paid since. */
        void legalReview(Dossier dossier, List<Decision.Report> records) {
            for (Decision.Report record : records) {
                if (!record.meaning().negative()) {
                    continue;
                }
                Delinquency figures = figures(dossier, record.reportedOn());
                if (Deadlines.isForLegalReview(figures.reportedDpd(), furnishing)) {
                    add(
                            FurnishCsv.LEGAL_REVIEW,
                            account,
                            furnishing.bureau(),
                            record.kind(),
                            record.code(),
                            record.reportedOn(),
                            figures.reportedDpd());
                }
            }
        }

        void consent(Dossier dossier) {
            Deadlines.withdrawn(dossier.consents()).ifPresent(withdrawn -> {
                lines.computeIfAbsent(ReviewCsv.FILE, file -> new StringBuilder())
                        .append(
                                ReviewCsv.line(
                                        account,
                                        "条例 art. 29",
                                        "CONSENT_WITHDRAWN",
                                        withdrawn.formVersion(),
                                        "the consent to be told of was withdrawn after the loan was drawn; reporting goes on, as it is a duty"));
                isPending = true;
            });
        }

        void dispute(Dispute dispute) {
            if (!Deadlines.isUnresolved(dispute, run.asOf())) {
                return;
            }
            isPending = true;
            if (!dispute.openedOn().isAfter(run.asOf())) {
                LocalDate answerBy = Deadlines.answerBy(dispute);
                add(
                        FurnishCsv.DISPUTES_DUE,
                        account,
                        dispute.id(),
                        dispute.openedOn(),
                        answerBy,
                        ChronoUnit.DAYS.between(run.asOf(), answerBy));
            }
        }

        private void add(FurnishCsv file, @Nullable Object... values) {
            lines.computeIfAbsent(file.file(), name -> new StringBuilder()).append(file.line(values));
        }
    }
}
