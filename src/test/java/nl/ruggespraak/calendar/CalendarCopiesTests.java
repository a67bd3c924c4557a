package nl.ruggespraak.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.calendar.CalendarCopies.Copy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RuggespraakTest
class CalendarCopiesTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> ADVISERS = List.of("lnv-adviser-1", "lnv-adviser-2");

    @Autowired
    private CalendarCopies copies;

    private final String appointment = "asks/test-" + NUMBER.incrementAndGet() + "/lnv";

    @Test
    void isCalledTheSameInEverybodysCalendarAndLikeNoOther() {
        List<UUID> first = uids(give(ADVISERS, 0));

        assertThat(first).hasSize(2).containsOnly(first.get(0));
        assertThat(uids(copies.change(appointment, ADVISERS, 1))).containsOnly(first.get(0));
        assertThat(uids(copies.give(appointment + "-other", "chair", ADVISERS, 0)))
                .isNotEmpty()
                .doesNotContain(first.get(0));
    }

    @Test
    void isGivenOnce() {
        assertThat(give(List.of("lnv-adviser-1", "lnv-adviser-1"), 2)).hasSize(1);
        assertThat(give(ADVISERS, 2)).containsOnlyKeys("lnv-adviser-2");
    }

    @Test
    void countsUpWhateverHappens() {
        List<String> joost = List.of("lnv-adviser-1");

        assertThat(sequences(give(joost, 0))).containsExactly(0);
        assertThat(sequences(copies.takeBack(appointment, joost, 0))).containsExactly(1);
        assertThat(sequences(give(joost, 0))).containsExactly(2);
        assertThat(sequences(copies.change(appointment, joost, 1))).containsExactly(3);
        assertThat(sequences(copies.change(appointment, joost, 7))).containsExactly(7);
        assertThat(sequences(copies.change(appointment, joost, 7))).containsExactly(8);
    }

    @Test
    void changesAndLeavesOnlyWhereItIs() {
        give(List.of("lnv-adviser-1"), 0);

        assertThat(copies.change(appointment, ADVISERS, 1)).containsOnlyKeys("lnv-adviser-1");
        assertThat(copies.takeBack(appointment, ADVISERS, 1)).containsOnlyKeys("lnv-adviser-1");
        assertThat(copies.takeBack(appointment, ADVISERS, 1)).isEmpty();
        assertThat(copies.change(appointment, ADVISERS, 2)).isEmpty();
    }

    @Test
    void keepsItsOrganizerThoughAnotherOrganizesNow() {
        give(List.of("lnv-adviser-1"), 0);
        copies.takeBack(appointment, List.of("lnv-adviser-1"), 0);

        assertThat(copies.give(appointment, "lnv-manager", ADVISERS, 0).values())
                .extracting(Copy::person, Copy::organizer)
                .containsExactlyInAnyOrder(
                        tuple("lnv-adviser-1", "lnv-representative"), tuple("lnv-adviser-2", "lnv-manager"));
    }

    private Map<String, Copy> give(List<String> persons, int revision) {
        return copies.give(appointment, "lnv-representative", persons, revision);
    }

    private static List<UUID> uids(Map<String, Copy> copies) {
        return copies.values().stream().map(Copy::uid).toList();
    }

    private static List<Integer> sequences(Map<String, Copy> copies) {
        return copies.values().stream().map(Copy::sequence).toList();
    }
}
