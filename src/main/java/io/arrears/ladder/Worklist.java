package io.arrears.ladder;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Timeline;
import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.Withheld;
import io.arrears.ladder.stage.Position;
import io.arrears.ladder.stage.Stage;
import io.arrears.ledger.AccountFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who is contacted about an account tonight; a pure function of the case and the night.
 *
 * <p>Example: a loan 8 days past due whose stage from day 7 on names CALL for the borrower and for contacts, whose borrower
 * answered yesterday: a line for the borrower, and each contact withheld, since he can be reached.
 */
public final class Worklist {

    private final LadderNight night;
    private final CallingDays days;

    public Worklist(LadderNight night) {
        this.night = night;
        this.days = new CallingDays(night);
    }

    /** What the night makes of an account; none where it is neither overdue nor to be reminded. */
    public Optional<AccountWorklist> of(Case of) {
        AccountFacts facts = of.now();
        if (facts.account().openedOn().isAfter(night.asOf())) {
            return Optional.empty();
        }
        Timeline timeline = Timeline.of(facts, night.policy(), night.asOf());
        Delinquency figures = timeline.figures();
        if (figures.standing().isClosed()) {
            return Optional.empty();
        }
        Optional<Position> position = Position.on(night.ladder(), night.policy(), timeline);
        if (position.isEmpty()) {
            return figures.reportedDpd() == 0 ? Optional.empty() : Optional.of(belowFirst(of, figures));
        }
        return Optional.of(onStage(of, timeline, position.get()));
    }

    private static AccountWorklist belowFirst(Case of, Delinquency figures) {
        Withheld why = Withheld.byPolicy("NO_STAGE", "ladder", figures.reportedDpd() + " days", null);
        return new AccountWorklist(
                null,
                List.of(),
                List.of(new NotContacted(of.account(), of.borrower().id(), null, null, null, null, why)));
    }

    private AccountWorklist onStage(Case of, Timeline timeline, Position position) {
        Delinquency figures = timeline.figures();
        Suspensions suspensions = new Suspensions(of, timeline, night.ladder().promiseDays());
        Contacting contacting = new Contacting(night, days, of, position, suspensions);
        Stage stage = position.stage();
        List<String> skipped = skipped(of, position);
        List<Line> lines = new ArrayList<>();
        List<NotContacted> withheld = new ArrayList<>();
        for (Reachable reachable : people(of)) {
            Map<Channel, String> templates = templates(stage, reachable.type(), contacting);
            for (Channel channel : Channel.values()) {
                String template = templates.get(channel);
                if (template != null && contacting.concerns(reachable, channel)) {
                    contacting
                            .ask(reachable, channel)
                            .match(
                                    may -> lines.add(new Line(
                                            of.account(),
                                            of.borrower().id(),
                                            figures,
                                            position,
                                            night.ladder().index(stage),
                                            skipped,
                                            reachable,
                                            channel,
                                            template,
                                            may.content(),
                                            may.hours(),
                                            may.left(),
                                            may.decidedBy())),
                                    why -> withheld.add(new NotContacted(
                                            of.account(),
                                            of.borrower().id(),
                                            stage.name(),
                                            reachable.type(),
                                            reachable.id(),
                                            channel,
                                            why)));
                }
            }
        }
        return new AccountWorklist(position, lines, withheld);
    }

    /** The borrower, those who answer for the account, and its contacts. */
    private static List<Reachable> people(Case of) {
        Set<Reachable> people = new LinkedHashSet<>();
        people.add(of.borrower());
        of.parties().forEach(party -> people.add(party.reachable()));
        of.contacts().forEach(contact -> people.add(contact.reachable()));
        return List.copyOf(people);
    }

    /** An account with an agency has that line, whatever its stage names (L24). */
    private static Map<Channel, String> templates(Stage stage, PartyType party, Contacting contacting) {
        Map<Channel, String> templates = stage.templates().getOrDefault(party, Map.of());
        if (party != PartyType.BORROWER || !contacting.isWithAgency() || templates.containsKey(Channel.AGENCY)) {
            return templates;
        }
        Map<Channel, String> withAgency = new EnumMap<>(Channel.class);
        withAgency.putAll(templates);
        withAgency.put(Channel.AGENCY, "agency");
        return withAgency;
    }

    /** The stages between that of the last published night and this one. */
    private List<String> skipped(Case of, Position position) {
        if (night.before() == null || night.stoodBefore(of.facts(), position)) {
            return List.of();
        }
        int before = night.positionBefore(of.facts().before())
                .map(earlier -> indexOf(earlier.stage().name()))
                .orElse(-1);
        int now = night.ladder().index(position.stage());
        return night.ladder().stages().subList(Math.min(before + 1, now), now).stream()
                .filter(between -> !between.isReminder() && !between.chargedOff())
                .map(Stage::name)
                .toList();
    }

    private int indexOf(String name) {
        List<Stage> stages = night.ladder().stages();
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
