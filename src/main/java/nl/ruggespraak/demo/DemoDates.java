package nl.ruggespraak.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dates that meetings and their cycles wait for. Keys are those of meetings, {@code sam-2026-12-10}, or of cycles, {@code sam-2026-12-10/lnv}. */
public interface DemoDates {

    /** How it stands there. */
    Standing standing(String key);

    /**
     * Lets happen there what happens at the next date, and whatever follows from it by itself; nothing at all when a task would end by it that waits for
     * somebody.
     *
     * @param withoutColleagues whether the asks may close although colleagues have not answered; no other task is ever ended
     */
    Move next(String key, boolean withoutColleagues);

    /**
     * How it stands.
     *
     * @param waiting the tasks that wait for people
     * @param next what comes next by itself, as the model calls it; null when nothing does
     * @param due when it comes
     */
    record Standing(
            List<Waiting> waiting,
            @Nullable String next,
            @Nullable Instant due) {

        /** Whether it is over: nobody is asked for anything, and nothing comes. */
        public boolean isOver() {
            return waiting.isEmpty() && next == null;
        }
    }

    /** Tasks of one kind, and whose they are: names of persons, or of groups where nobody has claimed one. */
    record Waiting(String task, List<String> whose) {}

    /**
     * What has come of it.
     *
     * @param came what the next date is called; null when there is none
     * @param due when it would have come
     * @param held the tasks that it would have ended, so that nothing happened; empty when it did
     * @param colleaguesOnly whether these are all of colleagues who are asked for their asks
     */
    record Move(@Nullable String came, @Nullable Instant due, List<Waiting> held, boolean colleaguesOnly) {}
}
