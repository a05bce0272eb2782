package io.arrears.cli;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.AgeBand;
import io.arrears.delinquency.AllInCost;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Explanation;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Posting;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.Standing;
import io.arrears.ledger.Components;
import io.arrears.ledger.CreditLine;
import io.arrears.money.Money;
import io.arrears.ops.AccountLadders.OnLadder;
import io.arrears.ops.Explanations.Explained;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An explanation for programs: the same facts as the page, money as decimal text, absent values null. */
final class ExplainJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ExplainJson() {}

    /** @param ladder none for a lender without one, or where nobody is contacted; it then has no name here */
    static String of(Explained explained, @Nullable OnLadder ladder) {
        Explanation explanation = explained.explanation();
        Delinquency figures = explanation.figures();
        Standing standing = figures.standing();
        int decimals = standing.currency().getDefaultFractionDigits();
        Function<Long, String> money = minor -> Money.text(minor, decimals);
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("account_id", standing.account().value());
        root.put("lender", explained.lender().name());
        root.put("product", standing.product());
        root.put("currency", standing.currency().getCurrencyCode());
        root.put("opened_on", text(standing.openedOn()));
        root.put("as_of", text(figures.asOf()));
        root.put("cutoff", text(explained.cutoff()));
        root.put("policy_sha256", explained.lender().digest());
        root.put("figures", figures(figures, money));
        root.put("cost", cost(explanation, money));
        root.put("penalty_rate", penaltyRate(explanation));
        root.put(
                "versions",
                explanation.versions().stream().map(ExplainJson::version).toList());
        root.put(
                "obligations",
                explanation.obligations().stream()
                        .map(o -> obligation(o, money))
                        .toList());
        CreditLine line = explanation.facts().account().line();
        if (line != null) {
            root.put("line", line(line, explanation, money));
        }
        root.put(
                "entries",
                explanation.entries().stream().map(e -> entry(e, money)).toList());
        root.put(
                "set_aside",
                explained.reviews().stream()
                        .map(review -> review(review, explained))
                        .toList());
        if (ladder != null) {
            root.put("ladder", LadderJson.of(ladder, figures));
        }
        return JSON.writeValueAsString(root);
    }

    private static Map<String, @Nullable Object> figures(Delinquency figures, Function<Long, String> money) {
        Standing standing = figures.standing();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("status", figures.status().name());
        map.put("dpd", figures.dpd());
        map.put("reported_dpd", figures.reportedDpd());
        map.put("bucket", figures.bucket());
        map.put("class", figures.fiveClass());
        map.put("overdue_instalments", figures.overdueInstalments());
        map.put("overdue", components(figures.overdue(), money));
        map.put("accrued_penalty", money.apply(figures.accruedPenalty()));
        Map<String, String> ageing = new LinkedHashMap<>();
        for (AgeBand band : AgeBand.values()) {
            ageing.put(band.name().toLowerCase(java.util.Locale.ROOT), money.apply(figures.principalAged(band)));
        }
        map.put("principal_by_age", ageing);
        map.put("balance", money.apply(standing.balance()));
        map.put("unallocated", money.apply(standing.unallocated()));
        map.put("oldest_due_on", text(standing.oldestDueOn()));
        map.put("episode_started_on", text(standing.episodeStartedOn()));
        map.put("charged_off_on", text(standing.chargedOffOn()));
        map.put("closed_on", text(standing.closedOn()));
        map.put("wakes_on", text(standing.wakesOn()));
        return map;
    }

    /** None where no cap binds the account. */
    private static @Nullable Map<String, @Nullable Object> cost(Explanation explanation, Function<Long, String> money) {
        AllInCost cost = explanation.cost();
        if (cost == null) {
            return null;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("charged", money.apply(cost.chargedInAll()));
        map.put("percent_a_year", cost.percent().map(BigDecimal::toPlainString).orElse(null));
        map.put("cap", cost.cap().percentAYear().toPlainString());
        map.put("beyond", cost.isBeyond());
        return map;
    }

    /** None where the policy accrues nothing. */
    private static @Nullable Map<String, @Nullable Object> penaltyRate(Explanation explanation) {
        Policy.Accrual accrual = explanation.policy().accrual();
        if (accrual == null) {
            return null;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("per_day", accrual.ratePerDay().toPlainString());
        map.put("base", text(accrual.base()));
        map.put("disclosed_in", accrual.disclosedIn());
        return map;
    }

    private static Map<String, @Nullable Object> line(
            CreditLine line, Explanation explanation, Function<Long, String> money) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(
                "limit",
                money.apply(line.limitOn(
                        explanation.figures().asOf(), explanation.facts().agreements())));
        map.put("not_asked_for", money.apply(explanation.unbilled()));
        return map;
    }

    private static Map<String, @Nullable Object> version(Explanation.Version version) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", version.number());
        map.put("from", text(version.from()));
        map.put("agreement_id", version.agreement());
        map.put("type", text(version.type()));
        return map;
    }

    private static Map<String, @Nullable Object> obligation(Explanation.Obliged obliged, Function<Long, String> money) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", obliged.kind().name());
        map.put("reference", obliged.reference());
        map.put("due_on", text(obliged.dueOn()));
        map.put("owed", components(obliged.owed(), money));
        map.put("unpaid", components(obliged.rest(), money));
        map.put("arrear", obliged.isArrear());
        return map;
    }

    private static Map<String, @Nullable Object> entry(Explanation.Told told, Function<Long, String> money) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("entry_id", told.entry().id());
        map.put("type", told.entry().type().name());
        map.put("value_on", text(told.entry().valueOn()));
        map.put("posted_at", text(told.entry().postedAt()));
        map.put("amount", money.apply(told.entry().amount()));
        map.put("reverses", told.entry().reverses());
        map.put("reversed_on", text(told.reversedOn()));
        map.put("coming", told.isComing());
        map.put("went_to", told.postings().stream().map(p -> posting(p, money)).toList());
        return map;
    }

    private static Map<String, @Nullable Object> posting(Posting posting, Function<Long, String> money) {
        Posting.Target to = posting.to();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", posting.scheduleVersion());
        map.put("acts_on", text(posting.actsOn()));
        map.put("amount", money.apply(posting.amount()));
        map.put("kind", to == null ? "UNALLOCATED" : to.kind().name());
        map.put("reference", to == null ? null : to.reference());
        map.put("component", to == null ? null : to.component().name());
        return map;
    }

    private static Map<String, @Nullable Object> review(Review review, Explained explained) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("code", review.code().name());
        map.put("rule", review.code().rule());
        map.put("subject", review.subject());
        map.put("evidence", review.evidence());
        AcceptedReview accepted = explained.acceptance(review).orElse(null);
        map.put("accepted_at", accepted == null ? null : text(accepted.at()));
        map.put("accepted_by", accepted == null ? null : accepted.people());
        map.put("accepted_because", accepted == null ? null : accepted.reason());
        return map;
    }

    private static Map<String, String> components(Components components, Function<Long, String> money) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("principal", money.apply(components.principal()));
        map.put("interest", money.apply(components.interest()));
        map.put("fee", money.apply(components.fee()));
        map.put("penalty", money.apply(components.penalty()));
        map.put("damages", money.apply(components.damages()));
        map.put("total", money.apply(components.total()));
        return map;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
