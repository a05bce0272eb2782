package io.arrears.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account in the making: a {@link Story} or {@link Ordinary} life writes its schedule, entries and agreements here.
 *
 * <p>Amounts are minor units. What is not told otherwise is posted on its value date, in office hours of the lender's zone,
 * and never after the as-of date.
 */
final class AccountDraft {
    private final SampleSpec spec;
    final AccountSlot seat;
    final SeededRandom dice;
    final List<Due> dues = new ArrayList<>();
    final List<Posting> entries = new ArrayList<>();
    final List<Agreed> agreements = new ArrayList<>();
    final List<Extra> extras = new ArrayList<>();
    private SampleProduct product;
    private LocalDate openedOn;
    private long principal;
    private long limit;
    private boolean behind;
    private int count;

    /** A row of a feed the account only now and then has. */
    record Extra(Feed feed, List<@Nullable Object> cells) {}

    AccountDraft(SampleSpec spec, AccountSlot seat) {
        this.spec = spec;
        this.seat = seat;
        dice = new SeededRandom(spec.seed(), seat.lead().ordinal(), 1);
        product = dice.one(seat.lender().products());
        openedOn = spec.asOf();
    }

    /** A loan of which instalment {@code index} falls due on that day, opened a month before the first. */
    AccountDraft monthly(int count, int index, LocalDate dueOn) {
        long hundreds = dice.between(product.lowest() / 100, product.highest() / 100);
        principal = product.minor(hundreds * 100);
        this.count = count;
        openedOn = dueOn.minusMonths(index);
        dues.addAll(Schedule.firstVersion(product, principal, count, index, dueOn));
        if (!openedOn.isAfter(asOf()) && seat.lender().awkward()) {
            post("DISBURSEMENT", openedOn, principal);
        }
        return this;
    }

    /** A line of credit, opened on a day; {@link LineLife} tells what becomes of it. */
    void line(LocalDate openedOn) {
        this.openedOn = openedOn;
        limit = product.minor(dice.between(product.lowest() / 100, product.highest() / 100) * 100);
    }

    /** Twelve instalments of which eight are past due, the eighth for ten days. */
    AccountDraft usual() {
        return monthly(12, 8, asOf().minusDays(10));
    }

    /** Six instalments, the last of them due thirty days ago. */
    AccountDraft ended() {
        return monthly(6, 6, asOf().minusDays(30));
    }

    AccountDraft withoutInterest() {
        product = product.withoutInterest();
        return this;
    }

    /** An account whose schedule the lender never sent. */
    void unscheduled() {
        monthly(12, 2, asOf());
        dues.clear();
    }

    Due due(int number) {
        return dues.get(number - 1);
    }

    /** Instalments of the first version from one number to another, both included. */
    List<Due> dues(int from, int to) {
        return List.copyOf(dues.subList(from - 1, to));
    }

    long total(int from, int to) {
        return Schedule.total(dues(from, to)).total();
    }

    /** Each of these instalments paid exactly, on its due date. */
    AccountDraft pay(int from, int to) {
        for (var due : dues(from, to)) {
            repay(due.on(), due.total());
        }
        return this;
    }

    Posting repay(LocalDate on, long amount) {
        return post("REPAYMENT", on, amount);
    }

    Posting post(String type, LocalDate on, long amount) {
        return post(type, on, posted(on), amount, null, null, null);
    }

    /** A credit with its own split. */
    Posting split(String type, LocalDate on, Parts parts) {
        return post(type, on, posted(on), parts.total(), null, parts, null);
    }

    Posting reverse(Posting target, LocalDate on) {
        return reverse(target.id(), on, target.amount());
    }

    Posting reverse(String target, LocalDate on, long amount) {
        return post("REVERSAL", on, posted(on), amount, target, null, null);
    }

    Posting post(
            String type,
            LocalDate on,
            Instant postedAt,
            long amount,
            @Nullable String reverses,
            @Nullable Parts split,
            @Nullable String paidBy) {
        var id = accountId() + "E" + Long.toString(1_001L + entries.size()).substring(1);
        var entry = new Posting(id, type, on, postedAt, amount, reverses, split, paidBy);
        entries.add(entry);
        return entry;
    }

    /** An agreement made and posted three days before it takes effect. */
    void agree(String type, LocalDate effectiveOn, @Nullable Integer version) {
        var agreedOn = effectiveOn.minusDays(3);
        agree(type, agreedOn, effectiveOn, at(agreedOn, 12), version);
    }

    void agree(String type, LocalDate agreedOn, LocalDate effectiveOn, Instant postedAt, @Nullable Integer version) {
        agreements.add(new Agreed(nextAgreement(), type, agreedOn, effectiveOn, postedAt, version, null));
    }

    /** A limit that is another from a day on, agreed the day before. */
    void agreeLimit(LocalDate effectiveOn, long amount) {
        var agreedOn = effectiveOn.minusDays(1);
        agreements.add(
                new Agreed(nextAgreement(), "LIMIT_CHANGE", agreedOn, effectiveOn, at(agreedOn, 12), null, amount));
    }

    private String nextAgreement() {
        return accountId() + "G" + (agreements.size() + 1);
    }

    /** A later schedule version, numbered anew from 1: all that is still owed from then on (D8). */
    void version(int version, List<Due> owed) {
        int number = 0;
        for (var due : owed) {
            dues.add(new Due(version, ++number, due.on(), due.parts()));
        }
    }

    void extra(Feed feed, @Nullable Object... cells) {
        extras.add(new Extra(feed, Arrays.asList(cells)));
    }

    /** The full hour of a day in the lender's zone. */
    Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(seat.lender().zone()).toInstant();
    }

    private Instant posted(LocalDate valueOn) {
        var day = valueOn.isAfter(asOf()) ? asOf() : valueOn;
        return at(day, 9).plusSeconds(dice.between(0, 8 * 3_600));
    }

    /** Whole units of the account's currency. */
    long units(long units) {
        return product.minor(units);
    }

    LocalDate asOf() {
        return spec.asOf();
    }

    LocalDate daysAgo(int days) {
        return asOf().minusDays(days);
    }

    String accountId() {
        return seat.accountId();
    }

    SampleProduct product() {
        return product;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    /** The last due date of the first version; null when no schedule was sent, and of a line. */
    @Nullable
    LocalDate maturesOn() {
        return dues.isEmpty() || isLine() ? null : due(count).on();
    }

    long principal() {
        return principal;
    }

    int count() {
        return count;
    }

    boolean isLine() {
        return limit > 0;
    }

    /** Of a line, in minor units. */
    long limit() {
        return limit;
    }

    void fallBehind() {
        behind = true;
    }

    /** Whether it seems behind: of a loan by the first schedule alone. */
    boolean isBehind() {
        var fallen = dues.stream()
                .filter(due -> due.version() == 1 && due.on().isBefore(daysAgo(3)))
                .mapToLong(Due::total)
                .sum();
        var paid = entries.stream()
                .filter(entry -> entry.type().equals("REPAYMENT"))
                .mapToLong(Posting::amount)
                .sum();
        return behind || (!isLine() && paid < fallen);
    }
}
