package io.arrears.ops;

import io.arrears.delinquency.AllInCost;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Explanation;
import io.arrears.delinquency.ObligationKind;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Posting;
import io.arrears.delinquency.Standing;
import io.arrears.furnish.Reported;
import io.arrears.ladder.AccountWorklist;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.stage.Position;
import io.arrears.ledger.Account;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Components;
import io.arrears.ledger.ContactedParty;
import io.arrears.ledger.CreditLine;
import io.arrears.money.Money;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.ops.Explanations.Explained;
import io.arrears.publish.WorklistCsv;
import io.arrears.report.EvidenceTable;
import io.arrears.store.account.EvidenceStore;
import io.arrears.store.bureau.SubmissionStore.Filed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an evidence pack tells of an account, table by table. Of contact persons it has attempts by day, channel and outcome alone. */
final class EvidenceTables {

    private final Explained explained;
    private final Explanation explanation;
    private final Delinquency figures;
    private final EvidenceStore store;
    private final List<EvidenceTable> tables = new ArrayList<>();

    private EvidenceTables(Explained explained, EvidenceStore store) {
        this.explained = explained;
        this.explanation = explained.explanation();
        this.figures = explanation.figures();
        this.store = store;
    }

    /** @param told records that were told by runs that knew no more */
    static List<EvidenceTable> of(
            Explained explained, Optional<OnLadder> ladder, List<Lineage.Line> told, EvidenceStore store) {
        EvidenceTables pack = new EvidenceTables(explained, store);
        pack.account();
        pack.figures();
        ladder.ifPresent(on -> pack.ladder(on.worklist()));
        pack.schedule();
        pack.entries();
        pack.agreements();
        pack.notices();
        pack.disputes();
        pack.contactLog();
        pack.bureaus(told);
        pack.setAside();
        pack.documents();
        return pack.tables;
    }

    private EvidenceTable table(String name, String columns) {
        EvidenceTable table = EvidenceTable.of(name, columns);
        tables.add(table);
        return table;
    }

    private void account() {
        Account account = explanation.facts().account();
        CreditLine line = account.line();
        List<String> person = store.person();
        table("account", "item,value")
                .add("lender", account.lender())
                .add("account_id", account.id())
                .add("borrower_id", person.get(0))
                .add("borrower_name", person.get(1))
                .add("product", account.product())
                .add("currency", account.currency())
                .add("opened_on", account.openedOn())
                .add(
                        line == null ? "principal" : "line_limit",
                        amount(
                                line == null
                                        ? account.principal()
                                        : line.limitOn(
                                                figures.asOf(),
                                                explanation.facts().agreements())))
                .add("as_of", figures.asOf())
                .add("known_by", explained.cutoff())
                .add("policy_sha256", explained.lender().digest());
    }

    private void figures() {
        Standing standing = figures.standing();
        Components overdue = figures.overdue();
        Standing.LastPayment paid = standing.lastPayment();
        Policy.Accrual accrual = explanation.policy().accrual();
        AllInCost cost = explanation.cost();
        table("figures", "item,value,rule")
                .add("status", figures.status(), "D9, D10")
                .add("dpd", figures.dpd(), "D5")
                .add("reported_dpd", figures.reportedDpd(), "D6")
                .add("bucket", figures.bucket(), "D13")
                .add("class", figures.fiveClass(), "D14")
                .add("overdue_instalments", figures.overdueInstalments(), "D4")
                .add("overdue_principal", amount(overdue.principal()), "D4")
                .add("overdue_interest", amount(overdue.interest()), "D4")
                .add("overdue_fee", amount(overdue.fee()), "D4")
                .add("overdue_penalty", amount(overdue.penalty()), "D4, D15")
                .add("overdue_damages", amount(overdue.damages()), "D4")
                .add("overdue_total", amount(overdue.total()), "D4")
                .add("accrued_penalty", amount(figures.accruedPenalty()), "D15")
                .add(
                        "penalty_rate_a_day",
                        accrual == null ? null : accrual.ratePerDay().toPlainString(),
                        "D15")
                .add("penalty_rate_disclosed_in", accrual == null ? null : accrual.disclosedIn(), "L19")
                .add("all_in_cost", cost == null ? null : cost.percent().orElse(null), "L19")
                .add(
                        "all_in_cost_cap",
                        cost == null ? null : cost.cap().percentAYear().toPlainString(),
                        "L19")
                .add("balance", amount(standing.balance()), "D3")
                .add("unallocated", amount(standing.unallocated()), "D3")
                .add("oldest_due_on", standing.oldestDueOn(), "D5")
                .add("episode_started_on", standing.episodeStartedOn(), "D11")
                .add("last_paid_on", paid == null ? null : paid.valueOn(), "")
                .add("last_paid_amount", paid == null ? null : amount(paid.amount()), "")
                .add("charged_off_on", standing.chargedOffOn(), "D9")
                .add("closed_on", standing.closedOn(), "D10");
    }

    private void ladder(AccountWorklist worklist) {
        Position position = worklist.position();
        EvidenceTable ladder = table("ladder", "item,value");
        if (position != null) {
            ladder.add("stage", position.stage().name()).add("stage_since", position.since());
            ladder.add(
                            "next_stage",
                            position.next() == null ? null : position.next().name())
                    .add("next_stage_on", position.nextOn());
        }
        EvidenceTable lines = table("worklist", "party,channel,content,not_before,not_after,decided_by");
        worklist.lines().stream()
                .filter(line -> line.reachable().type() != PartyType.CONTACT)
                .forEach(line -> lines.add(
                        line.reachable().type(),
                        line.channel(),
                        line.content(),
                        WorklistCsv.written(line.hours().from()),
                        WorklistCsv.written(line.hours().to()),
                        line.decidedBy()));
        EvidenceTable withheld = table("withheld", "party,channel,rule,instrument,clause,until");
        worklist.withheld().stream()
                .filter(not -> not.party() != PartyType.CONTACT)
                .forEach(not -> withheld.add(
                        not.party(),
                        not.channel(),
                        not.why().rule(),
                        not.why().citation().instrument(),
                        not.why().citation().clause(),
                        not.why().until()));
    }

    private void schedule() {
        EvidenceTable versions = table("versions", "schedule_version,from_on,agreement_id,type");
        explanation.versions().stream()
                .filter(version -> version.number() > 0)
                .forEach(
                        version -> versions.add(version.number(), version.from(), version.agreement(), version.type()));
        EvidenceTable schedule = table(
                "schedule", "kind,reference,due_on,principal,interest,fee,penalty,damages,owed,paid,unpaid,overdue");
        explanation.obligations().forEach(obliged -> {
            Components owed = obliged.owed();
            schedule.add(
                    obliged.kind(),
                    obliged.reference(),
                    obliged.dueOn(),
                    amount(owed.principal()),
                    amount(owed.interest()),
                    amount(owed.fee()),
                    amount(owed.penalty()),
                    amount(owed.damages()),
                    amount(owed.total()),
                    amount(obliged.paid()),
                    amount(obliged.rest().total()),
                    obliged.isArrear() ? "YES" : "NO");
        });
        if (explanation.facts().account().isLine()) {
            String unbilled = amount(explanation.unbilled());
            schedule.add(
                    ObligationKind.UNBILLED,
                    null,
                    null,
                    unbilled,
                    null,
                    null,
                    null,
                    null,
                    unbilled,
                    null,
                    unbilled,
                    "NO");
        }
    }

    private void entries() {
        EvidenceTable entries =
                table("entries", "entry_id,type,value_on,posted_at,amount,paid_by,reverses,reversed_on");
        EvidenceTable postings = table("postings", "entry_id,schedule_version,acts_on,amount,kind,reference,component");
        explanation.entries().forEach(told -> {
            entries.add(
                    told.entry().id(),
                    told.entry().type(),
                    told.entry().valueOn(),
                    told.entry().postedAt(),
                    amount(told.entry().amount()),
                    told.entry().paidBy(),
                    told.entry().reverses(),
                    told.reversedOn());
            told.postings().forEach(posting -> posting(postings, posting));
        });
    }

    private void posting(EvidenceTable postings, Posting posting) {
        Posting.Target to = posting.to();
        postings.add(
                posting.entryId(),
                posting.scheduleVersion(),
                posting.actsOn(),
                amount(posting.amount()),
                to == null ? "UNALLOCATED" : to.kind(),
                to == null ? null : to.reference(),
                to == null ? null : to.component());
    }

    private void agreements() {
        Map<String, List<String>> kept =
                store.rows("agreements").stream().collect(Collectors.toMap(row -> row.get(0), row -> row));
        EvidenceTable agreements = table(
                "agreements",
                "agreement_id,type,agreed_on,effective_on,posted_at,schedule_version,amount,until_on,agency,channel");
        explanation.facts().agreements().stream().sorted(Agreement.ORDER).forEach(agreement -> {
            Long amount = agreement.amount();
            agreements.add(
                    agreement.id(),
                    agreement.type(),
                    agreement.agreedOn(),
                    agreement.effectiveOn(),
                    agreement.postedAt(),
                    agreement.version(),
                    amount == null ? null : amount(amount),
                    agreement.untilOn(),
                    agreement.agency(),
                    kept.getOrDefault(agreement.id(), List.of("", "")).get(1));
        });
    }

    private void notices() {
        EvidenceTable notices = table("notices", "notice_id,kind,channel,sent_at,delivered_at");
        store.rows("notices").forEach(row -> notices.add(row.subList(0, 5).toArray()));
    }

    private void disputes() {
        EvidenceTable disputes = table("disputes", "dispute_id,opened_on,reason,resolved_on,outcome");
        store.rows("disputes").forEach(row -> disputes.add(row.toArray()));
    }

    /** Of an attempt at a contact person the day, the channel and the outcome: no time, no id. */
    private void contactLog() {
        ZoneId zone = explained.lender().policy().zone();
        EvidenceTable log = table("contact_log", "on,at,party,channel,direction,outcome");
        store.rows("attempts").forEach(row -> {
            LocalDate day = LocalDate.ofInstant(Instant.parse(row.get(1)), zone);
            ContactedParty party =
                    ContactedParty.of(row.get(5), row.get(6), row.get(7)).orElse(null);
            boolean isContact = party == ContactedParty.CONTACT;
            log.add(
                    day,
                    isContact ? null : row.get(1),
                    party,
                    row.get(2),
                    isContact ? null : row.get(3).isEmpty() ? "OUTGOING" : row.get(3),
                    row.get(4));
        });
    }

    private void bureaus(List<Lineage.Line> told) {
        EvidenceTable records = table("bureau_records", "bureau,kind,code,reported_on,file,line,state,answer");
        EvidenceTable moves = table("bureau_files", "bureau,file,state,at");
        List<String> listed = new ArrayList<>();
        for (Lineage.Line line : told) {
            Filed filed = line.filed();
            List<List<String>> known = filed == null ? List.of() : moves(filed);
            String state = known.isEmpty() ? null : known.get(known.size() - 1).get(0);
            records.add(
                    line.record().bureau(),
                    line.record().kind(),
                    line.record().code(),
                    line.record().reportedOn(),
                    filed == null ? null : filed.submission().name(),
                    filed == null ? null : line.line(),
                    state,
                    filed == null ? null : answer(line, filed, state));
            if (filed != null && !listed.contains(filed.submission().name())) {
                listed.add(filed.submission().name());
                known.forEach(
                        move -> moves.add(filed.bureau(), filed.submission().name(), move.get(0), move.get(1)));
            }
        }
    }

    private List<List<String>> moves(Filed filed) {
        return store.moves(
                filed.bureau(), filed.environment(), filed.submission().name());
    }

    /** What the bureau said of the record, where it had said so by the instant that the pack knows. */
    private static @Nullable String answer(Lineage.Line line, Filed filed, @Nullable String state) {
        boolean isAnswered = filed.state() == Reported.State.ACCEPTED || filed.state() == Reported.State.REJECTED;
        if (!isAnswered || !filed.state().name().equals(state)) {
            return null;
        }
        return line.record().fault() == null
                ? filed.state().name()
                : "REFUSED " + line.record().fault();
    }

    private void setAside() {
        EvidenceTable reviews = table("set_aside", "code,rule,subject,evidence,accepted_at,accepted_because");
        explained
                .reviews()
                .forEach(review -> reviews.add(
                        review.code(),
                        review.code().rule(),
                        review.subject(),
                        review.evidence(),
                        explained
                                .acceptance(review)
                                .map(accepted -> accepted.at())
                                .orElse(null),
                        explained
                                .acceptance(review)
                                .map(accepted -> accepted.reason())
                                .orElse(null)));
    }

    /** References to what lies elsewhere: listed, not fetched. */
    private void documents() {
        EvidenceTable documents = table("documents", "of,id,reference");
        reference(documents, "AGREEMENT", "agreements", 2);
        reference(documents, "NOTICE", "notices", 5);
        reference(documents, "ENTRY", "entries", 1);
    }

    private void reference(EvidenceTable documents, String of, String statement, int column) {
        store.rows(statement).stream()
                .filter(row -> !row.get(column).isEmpty())
                .forEach(row -> documents.add(of, row.get(0), row.get(column)));
    }

    private String amount(long minor) {
        return Money.text(minor, explanation.facts().account().currency().getDefaultFractionDigits());
    }
}
