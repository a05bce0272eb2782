package io.arrears.ladder.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules that hold on one day. All of them are applied, and the strictest decides (L13). */
public final class Limits {

    private final List<LawRule> rules;
    private final Map<Class<?>, List<Held<?>>> byKind = new HashMap<>();

    public Limits(List<LawRule> rules) {
        this.rules = List.copyOf(rules);
        for (LawRule rule : this.rules) {
            byKind.computeIfAbsent(rule.limit().getClass(), kind -> new ArrayList<>())
                    .add(new Held<>(rule, rule.limit()));
        }
    }

    public List<LawRule> rules() {
        return rules;
    }

    /** A rule and what it limits. */
    public record Held<L extends Limit>(LawRule rule, L limit) {}

    /** Those of one kind, in the order of the law file and then of the lender's. */
    @SuppressWarnings("unchecked") // each stands under the class of what it limits
    public <L extends Limit> List<Held<L>> of(Class<L> kind) {
        return (List<Held<L>>) (List<?>) byKind.getOrDefault(kind, List.of());
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
