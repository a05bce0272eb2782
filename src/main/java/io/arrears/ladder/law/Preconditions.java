package io.arrears.ladder.law;

import io.arrears.ladder.law.Limits.Held;
import io.arrears.ledger.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What has to come before a line: a notice so many days ago; and channels by which a party is never contacted. */
public final class Preconditions {

    private Preconditions() {}

    public static List<Withheld> withheld(Limits limits, Asked asked, List<Notice> notices) {
        List<Withheld> reasons = new ArrayList<>();
        for (Held<Limit.Party> held : limits.of(Limit.Party.class)) {
            if (held.limit().parties().contains(asked.party())
                    && held.limit().never().contains(asked.channel())) {
                reasons.add(new Withheld(held.rule().key(), held.rule().citation(), asked.partyId(), null));
            }
        }
        for (Held<Limit.Precondition> held : limits.of(Limit.Precondition.class)) {
            if (held.limit().channels().contains(asked.channel())) {
                noticed(held, asked, notices, reasons);
            }
        }
        return reasons;
    }

    private static void noticed(
            Held<Limit.Precondition> held, Asked asked, List<Notice> notices, List<Withheld> reasons) {
        LocalDate first = notices.stream()
                .filter(notice -> notice.kind().equalsIgnoreCase(held.limit().notice()))
                .map(notice -> LocalDate.ofInstant(notice.sentAt(), asked.zone()))
                .min(LocalDate::compareTo)
                .orElse(null);
        LocalDate allowed = first == null ? null : first.plusDays(held.limit().days());
        if (allowed == null || asked.day().isBefore(allowed)) {
            reasons.add(new Withheld(
                    held.rule().key(), held.rule().citation(), held.limit().notice(), allowed));
        }
    }
}
