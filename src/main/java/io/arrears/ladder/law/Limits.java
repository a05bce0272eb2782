package io.arrears.ladder.law;

import java.util.List;
import java.util.stream.Stream;

/** The rules that hold on one day. All of them are applied, and the strictest decides (L13). */
public record Limits(List<LawRule> rules) {

    public Limits {
        rules = List.copyOf(rules);
    }

    /** A rule and what it limits. */
    public record Held<L extends Limit>(LawRule rule, L limit) {}

    /** Those of one kind, in the order of the law file and then of the lender's. */
    public <L extends Limit> List<Held<L>> of(Class<L> kind) {
        return rules.stream()
                .flatMap(rule -> kind.isInstance(rule.limit())
                        ? Stream.of(new Held<>(rule, kind.cast(rule.limit())))
                        : Stream.empty())
                .toList();
    }

    /** The most that may be said to a party. */
    public Content said(PartyType party) {
        return of(Limit.Said.class).stream()
                .filter(held -> held.limit().parties().contains(party))
                .map(held -> held.limit().atMost())
                .reduce(Content.FULL, Content::orLess);
    }

    /** As an agreement with the person changes them: only what should be is loosened (L13). */
    public Limits with(ContactTerms terms) {
        return new Limits(Stream.concat(rules.stream().filter(rule -> !terms.replaces(rule)), terms.rules().stream())
                .toList());
    }
}
