package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * One account and one bureau, and every sequence of events of a length: nothing is told twice, nothing is lost for ever, a command
 * always helps, and both sides end with the same (S1-S11). {@code -Dwalk.events=4} walks further.
 */
class LifeWalkTest {

    private static final int EVENTS = Integer.getInteger("walk.events", 3);
    private static final int MOST_TRIES = 12;

    private enum Event {
        MONTH(World::month),
        NIGHT(World::night),
        SENT(world -> world.send(World.Way.ARRIVES)),
        SENT_AND_LOST(world -> world.send(World.Way.IS_LOST)),
        SENT_AND_ONE_REFUSED(world -> world.send(World.Way.LOSES_A_RECORD)),
        SENT_AND_REFUSED_WHOLE(world -> world.send(World.Way.IS_REFUSED_WHOLE)),
        BAD(World::bad),
        VOID(World::voidPrepared),
        NOT_RECEIVED(World::voidNotReceived),
        ANSWERED(World::answer);

        private final Consumer<World> happens;

        Event(Consumer<World> happens) {
            this.happens = happens;
        }
    }

    /** Opened in January; February is paid late and heard in April, March is a month overdue, all is paid on 20 April. */
    private static Loan loan() {
        return Loan.loan()
                .matures("2026-04-10")
                .due(1, "2026-02-10", 100_000, 0)
                .due(2, "2026-03-10", 100_000, 0)
                .due(3, "2026-04-10", 100_000, 0)
                .paid("a", "2026-02-10", 100_000)
                .paid("b", "2026-03-25", 50_000)
                .heard("2026-04-20")
                .paid("c", "2026-03-20", 50_000)
                .paid("d", "2026-04-15", 100_000);
    }

    private static World begun() {
        World world = new World(Lender.PLAIN, loan());
        world.night();
        world.send(World.Way.ARRIVES);
        return world;
    }

    @Test
    void whatever_happens_all_is_told_once_in_the_end() {
        Map<String, Map<String, String>> right =
                months(settled(List.of(), begun()).loaded());
        assertThat(right.keySet()).containsExactly("2026-01", "2026-02", "2026-03", "2026-04");
        Map<Event, Integer> seen = new EnumMap<>(Event.class);
        walk(new ArrayList<>(), right, seen);
        assertThat(seen.keySet()).containsExactly(Event.values());
    }

    private void walk(List<Event> events, Map<String, Map<String, String>> right, Map<Event, Integer> seen) {
        if (events.size() == EVENTS) {
            World world = begun();
            events.forEach(event -> event.happens.accept(world));
            settled(events, world);
            assertThat(world.twice()).as("told twice after %s", events).isEmpty();
            assertThat(months(world.loaded())).as("lost after %s", events).isEqualTo(right);
            assertThat(months(world.reported()))
                    .as("what the lender thinks after %s", events)
                    .isEqualTo(right);
            events.forEach(event -> seen.merge(event, 1, Integer::sum));
            return;
        }
        for (Event event : Event.values()) {
            events.add(event);
            walk(events, right, seen);
            events.remove(events.size() - 1);
        }
    }

    /** The nights go on, everybody does what is theirs, and what the bureau refused is told anew: until nothing is due. */
    private static World settled(List<Event> events, World world) {
        while (world.today().isBefore(LocalDate.of(2026, 5, 2))) {
            world.month();
            round(world);
        }
        List<Decision> due = round(world);
        for (int tries = 0; !due.isEmpty(); tries++) {
            assertThat(tries).as("no command helps after %s: %s", events, due).isLessThan(MOST_TRIES);
            due = round(world);
        }
        return world;
    }

    private static List<Decision> round(World world) {
        world.day();
        world.answer();
        world.voidLost();
        List<Decision> due = world.night();
        world.retell(due);
        world.send(World.Way.ARRIVES);
        return due;
    }

    private static Map<String, Map<String, String>> months(List<Reported> reported) {
        Map<String, Map<String, String>> months = new TreeMap<>();
        for (SectionsOnFile.Part month : LoanOnFile.of(reported).months()) {
            Map<String, String> says = new TreeMap<>();
            SectionKind.MONTHLY.layout().items().forEach(item -> says.put(item.tag(), month.fact(item.tag())));
            months.put(month.fact("Month"), says);
        }
        return months;
    }
}
