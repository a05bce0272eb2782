package io.arrears.store.contact;

import io.arrears.Sha256;
import io.arrears.ladder.Reachable;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.ThirdPersons;
import io.arrears.ladder.law.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes of the forms of a borrower's row somebody who may be contacted; who has one id document is one person (L5). */
final class People {

    /** A form of a borrower's row, reached through a row of the account. */
    record Form(
            int outer,
            int revision,
            Instant knownAt,
            String borrowerId,
            String person,
            @Nullable String phone,
            String country,
            @Nullable String region) {}

    private static final Comparator<Form> NEWEST =
            Comparator.comparingInt(Form::outer).thenComparingInt(Form::revision);

    private People() {}

    /** One person over all ids. */
    static String person(String idType, String idNumber) {
        return Sha256.of(idType + "\n" + idNumber);
    }

    /** A contact, of whom only a number is known; one without a number is himself alone. */
    static String contact(String id, @Nullable String phone) {
        return phone == null ? "contact " + id : Sha256.of("contact\n" + phone);
    }

    static Reachable reachable(PartyType type, List<Form> forms, Zones zones, @Nullable Long limit) {
        Form newest = forms.stream().max(NEWEST).orElseThrow();
        return new Reachable(
                type,
                newest.borrowerId(),
                newest.person(),
                newest.phone(),
                phoneSince(forms, newest),
                zones.of(newest.country(), newest.region()),
                limit);
    }

    /** The zones of a borrower's country, of which any may be his contact's: the region is where he lives himself (L9). */
    static List<ZoneId> anywhere(List<Form> forms, Zones zones) {
        return zones.of(forms.stream().max(NEWEST).orElseThrow().country(), null);
    }

    /**
     * The number on file under each of one person's ids, and since when the person is known to have it: an id that came later than the
     * others, with a number that none of them had, brought a new one.
     */
    static List<ThirdPersons.OwnNumber> numbers(List<Form> forms) {
        Map<String, List<Form>> byId = new TreeMap<>();
        forms.forEach(form ->
                byId.computeIfAbsent(form.borrowerId(), id -> new ArrayList<>()).add(form));
        List<ThirdPersons.OwnNumber> numbers = new ArrayList<>();
        for (List<Form> own : byId.values()) {
            Form newest = own.stream().max(NEWEST).orElseThrow();
            String phone = newest.phone();
            if (phone != null) {
                Instant since = phoneSince(own, newest);
                Instant first =
                        own.stream().map(Form::knownAt).min(Instant::compareTo).orElseThrow();
                List<Form> before = forms.stream()
                        .filter(form -> form.knownAt().isBefore(first))
                        .toList();
                boolean isNew = !before.isEmpty()
                        && since.equals(Instant.EPOCH)
                        && before.stream().noneMatch(form -> phone.equals(form.phone()));
                numbers.add(new ThirdPersons.OwnNumber(phone, isNew ? first : since));
            }
        }
        return numbers;
    }

    /** When the number of the newest form became known; the beginning of time for one that was there from the first form on. */
    private static Instant phoneSince(List<Form> forms, Form newest) {
        Instant since = newest.knownAt();
        List<Form> before = forms.stream()
                .filter(form -> form.borrowerId().equals(newest.borrowerId()))
                .sorted(Comparator.comparingInt(Form::revision).reversed())
                .toList();
        for (Form form : before) {
            if (!Objects.equals(form.phone(), newest.phone())) {
                return since;
            }
            since = form.revision() == 1 ? Instant.EPOCH : form.knownAt();
        }
        return since;
    }
}
