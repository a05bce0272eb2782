package io.arrears.ladder;

import io.arrears.ladder.law.Asked;
import io.arrears.ladder.law.Caps;
import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Citation;
import io.arrears.ladder.law.ContactTerms;
import io.arrears.ladder.law.Contacted;
import io.arrears.ladder.law.Content;
import io.arrears.ladder.law.Hours;
import io.arrears.ladder.law.Limit;
import io.arrears.ladder.law.Limits;
import io.arrears.ladder.law.Outcome;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.Preconditions;
import io.arrears.ladder.law.StopRules;
import io.arrears.ladder.law.Withheld;
import io.arrears.ladder.stage.Position;
import io.arrears.ladder.stage.Stage;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for one account, person by person and channel by channel, what the law and the lender's policy say. */
final class Contacting {

    private static final String TERMS = "contact-terms";

    private final LadderNight night;
    private final CallingDays days;
    private final Case of;
    private final Position position;
    private final Suspensions suspensions;
    private final boolean hasTerms;
    private final Map<LocalDate, List<Withheld>> suspended = new HashMap<>();
    private @Nullable String asked;

    Contacting(LadderNight night, CallingDays days, Case of, Position position, Suspensions suspensions) {
        this.night = night;
        this.days = days;
        this.of = of;
        this.position = position;
        this.suspensions = suspensions;
        this.hasTerms =
                of.now().agreements().stream().anyMatch(agreement -> agreement.type() == AgreementType.CONTACT_TERMS);
    }

    private @Nullable Agreement newest(AgreementType type, LocalDate day) {
        return of.now().agreements().stream()
                .filter(agreement -> agreement.type() == type && agreement.isInForce(day))
                .max(Agreement.ORDER)
                .orElse(null);
    }

    /** Whether an agency on the lender's list has the account on the calling day (L24). */
    boolean isWithAgency() {
        return calling(of.borrower(), Channel.AGENCY)
                .filter(hours -> isListed(mandate(hours.day())))
                .isPresent();
    }

    private boolean isListed(@Nullable Agreement mandate) {
        return mandate != null
                && mandate.agency() != null
                && night.ladder().agencies().contains(mandate.agency());
    }

    private @Nullable Agreement mandate(LocalDate day) {
        return newest(AgreementType.AGENCY, day);
    }

    /** Whether somebody who answers for the account does so on the calling day (L1); the borrower and contacts always. */
    boolean concerns(Reachable reachable, Channel channel) {
        List<Case.Answering> terms = of.parties().stream()
                .filter(party -> party.reachable().equals(reachable))
                .toList();
        LocalDate day =
                calling(reachable, channel).map(Hours::day).orElse(night.asOf().plusDays(1));
        return terms.isEmpty() || terms.stream().anyMatch(party -> party.holdsOn(day));
    }

    /** The hours of the calling day; none where no zone is known or no hours are left (L1). */
    private Optional<Hours> calling(Reachable reachable, Channel channel) {
        return mayHaveTerms(reachable)
                ? days.hours(channel, reachable.zones(), day -> limits(reachable, day))
                : days.hours(channel, reachable.zones());
    }

    /** Why no hours are left: terms that cannot be proved ask for others than the law has, or the lender's own rules leave none. */
    private Withheld noHours(Reachable reachable, Channel channel) {
        return days.hours(channel, reachable.zones(), day -> termsOf(reachable, day)
                        .evidenced()
                        .limits(days.law(day)))
                .flatMap(hours -> termsOf(reachable, hours.day()).unevidencedHours())
                .map(terms -> Withheld.byPolicy("TERMS_UNEVIDENCED", TERMS, terms.agreement(), null))
                .orElseGet(() -> Withheld.byPolicy("NO_HOURS", "tighten", "no hours are left", null));
    }

    /** Contacts are asked for in the order of their ids, and only the first that may be asked is (L11). */
    Answer ask(Reachable reachable, Channel channel) {
        if (reachable.zones().isEmpty()) {
            return new Answer.MayNot(Withheld.byPolicy("ZONE_UNKNOWN", "zones", "no zone of the country", null));
        }
        Optional<Hours> calling = calling(reachable, channel);
        if (calling.isEmpty()) {
            return new Answer.MayNot(noHours(reachable, channel));
        }
        LocalDate day = calling.get().day();
        AgreedTerms agreed = termsOf(reachable, day);
        Optional<Hours> hours = agreed.within(calling.get(), reachable.zones(), night.generatedAt());
        Limits limits = limits(reachable, day);
        Asked question = new Asked(
                of.account(),
                reachable.type(),
                reachable.id(),
                reachable.person(),
                reachable.handle(),
                channel,
                day,
                reachable.zones().get(0));
        List<Withheld> reasons = new ArrayList<>(byLaw(limits, question, reachable));
        reasons.addAll(byPolicy(question));
        if (hours.isEmpty()) {
            String by = agreed.leavingNothing(calling.get(), reachable.zones(), night.generatedAt());
            reasons.add(new Withheld(ContactTerms.KEY, new Citation("agreement", by), "", day.plusDays(1)));
        }
        if (reasons.isEmpty() && reachable.type() == PartyType.CONTACT) {
            turn(question).ifPresent(reasons::add);
        }
        return Withheld.longest(reasons)
                .<Answer>map(Answer.MayNot::new)
                .orElseGet(() -> may(limits, question, hours.orElseThrow()));
    }

    private Optional<Withheld> turn(Asked question) {
        asked = asked == null ? question.partyId() : asked;
        return asked.equals(question.partyId())
                ? Optional.empty()
                : Optional.of(Withheld.byPolicy(
                        ContactLines.ONE_A_DAY,
                        ContactLines.KEY,
                        asked,
                        question.day().plusDays(1)));
    }

    private Answer may(Limits limits, Asked asked, Hours hours) {
        boolean isContact = asked.party() == PartyType.CONTACT;
        Content content = limits.said(asked.party()).orLess(isContact ? Content.LOCATE : Content.FULL);
        String key = "ladder." + (isContact ? Content.LOCATE : position.stage().name());
        Citation decided = isContact
                ? thirdPersons(limits, asked)
                        .opening()
                        .map(opened -> opened.rule().citation())
                        .orElse(null)
                : window(limits, asked, hours);
        return new Answer.May(
                content,
                hours,
                new Caps(limits, of.attempts()).left(asked),
                decided == null || decided.instrument().equals("policy") ? key : key + "#" + decided);
    }

    /** The rule that the hours begin or end by; none where none narrows the day. */
    private static @Nullable Citation window(Limits limits, Asked asked, Hours hours) {
        return limits.of(Limit.Window.class).stream()
                .filter(held -> held.limit().channels().contains(asked.channel())
                        && (held.limit().from().equals(hours.from().toLocalTime())
                                || held.limit().to().equals(hours.to().toLocalTime())))
                .map(held -> held.rule().citation())
                .findFirst()
                .orElse(null);
    }

    /** The law of a day, as an agreement with the borrower changes it for him. */
    private Limits limits(Reachable reachable, LocalDate day) {
        return termsOf(reachable, day).limits(days.law(day));
    }

    private AgreedTerms termsOf(Reachable reachable, LocalDate day) {
        return mayHaveTerms(reachable) ? agreed(day) : AgreedTerms.NONE;
    }

    private boolean mayHaveTerms(Reachable reachable) {
        return hasTerms && reachable.type() == PartyType.BORROWER;
    }

    private AgreedTerms agreed(LocalDate day) {
        return hasTerms ? AgreedTerms.on(day, of.now().agreements()) : AgreedTerms.NONE;
    }

    private List<Withheld> byLaw(Limits limits, Asked asked, Reachable reachable) {
        StopRules stops = new StopRules(limits, of.borrower().person(), of.stops());
        List<Withheld> reasons = new ArrayList<>(stops.withheld(asked));
        reasons.addAll(new Caps(limits, of.attempts()).withheld(asked));
        reasons.addAll(Preconditions.withheld(limits, asked, of.notices()));
        if (reachable.type() == PartyType.CONTACT) {
            reasons.addAll(thirdPersons(limits, asked).withheld());
        }
        return reasons;
    }

    private ContactLines thirdPersons(Limits limits, Asked asked) {
        return new ContactLines(limits, asked, of);
    }

    private List<Withheld> byPolicy(Asked asked) {
        List<Withheld> reasons = new ArrayList<>(suspended.computeIfAbsent(asked.day(), suspensions::on));
        Channel channel = asked.channel();
        boolean isUnsafeUnknown = channel.isCall() || channel == Channel.VISIT || asked.party() == PartyType.CONTACT;
        if (!night.attemptsKnown() && isUnsafeUnknown) {
            reasons.add(Withheld.byPolicy("ATTEMPTS_UNKNOWN", "attempts", "contact_attempts", null));
        }
        if (night.unknownRejects() && (channel == Channel.AGENCY || channel == Channel.LEGAL)) {
            reasons.add(Withheld.byPolicy("UNKNOWN_REJECTS", "unknown-rejects", "open rejects", null));
        }
        AgreedTerms agreed = agreed(asked.day());
        if (asked.party() == PartyType.BORROWER) {
            agreed.unreadable().stream()
                    .limit(1)
                    .forEach(id -> reasons.add(Withheld.byPolicy("TERMS_UNREADABLE", TERMS, id, null)));
        }
        agency(asked).ifPresent(reasons::add);
        handle(asked).ifPresent(reasons::add);
        if (channel == Channel.VISIT && !night.ladder().visitsAtOffice() && !agreed.mayBeVisited()) {
            reasons.add(Withheld.byPolicy("NO_VISIT_CONSENT", "ladder.visit", "", null));
        }
        rhythm(asked).ifPresent(reasons::add);
        return reasons;
    }

    private static String id(@Nullable Agreement agreement) {
        return agreement == null ? "" : agreement.id();
    }

    private Optional<Withheld> agency(Asked asked) {
        Agreement mandate = mandate(asked.day());
        boolean isAgency = asked.channel() == Channel.AGENCY;
        if (!isListed(mandate)) {
            return isAgency
                    ? Optional.of(Withheld.byPolicy("NO_MANDATE", "ladder.agencies", id(mandate), null))
                    : Optional.empty();
        }
        LocalDate last = mandate == null ? null : mandate.untilOn();
        return isAgency
                ? Optional.empty()
                : Optional.of(Withheld.byPolicy(
                        "WITH_AGENCY", "ladder.agencies", id(mandate), last == null ? null : last.plusDays(1)));
    }

    /** A number that is none is not called; nor is nobody's (L8). */
    private Optional<Withheld> handle(Asked asked) {
        if (!asked.channel().needsPhone()) {
            return Optional.empty();
        }
        if (asked.handle() == null) {
            return Optional.of(Withheld.byPolicy("NO_HANDLE", "phones", "no phone on file", null));
        }
        return of.attempts().stream()
                .filter(contacted -> asked.handle().equals(contacted.handle())
                        && !contacted.isIncoming()
                        && contacted.channel() != null
                        && contacted.channel().isCall())
                .max(Contacted.ORDER)
                .filter(last -> last.outcome() == Outcome.INVALID_NUMBER)
                .map(last -> Withheld.byPolicy("INVALID_NUMBER", "phones", last.id(), null));
    }

    /** How often the stage itself wants it (L20). */
    private Optional<Withheld> rhythm(Asked asked) {
        Stage stage = position.stage();
        long since = Math.max(0, ChronoUnit.DAYS.between(position.since().plusDays(1), asked.day()));
        String key = "ladder." + stage.name();
        LocalDate next = firstOfNext(asked.day());
        if (since % stage.every() != 0) {
            LocalDate again = asked.day().plusDays(stage.every() - since % stage.every());
            LocalDate until = next != null && next.isBefore(again) ? next : again;
            return Optional.of(Withheld.byPolicy("EVERY", key + ".every", "every " + stage.every() + " days", until));
        }
        Integer atMost = stage.atMost();
        if (atMost == null) {
            return Optional.empty();
        }
        long used = of.attempts().stream()
                .filter(contacted -> (contacted.channel() == null || contacted.channel() == asked.channel())
                        && !contacted.isIncoming()
                        && contacted.account().equals(of.account())
                        && contacted.person().equals(asked.person())
                        && contacted.on(asked.zone()).isAfter(position.since()))
                .count();
        return used < atMost
                ? Optional.empty()
                : Optional.of(Withheld.byPolicy("AT_MOST", key + ".at-most", used + " of " + atMost, next));
    }

    /** The first calling day of the next stage that a later list can have. */
    private @Nullable LocalDate firstOfNext(LocalDate day) {
        LocalDate nextOn = position.nextOn();
        if (nextOn == null) {
            return null;
        }
        return nextOn.isAfter(day) ? nextOn.plusDays(1) : day.plusDays(1);
    }
}
