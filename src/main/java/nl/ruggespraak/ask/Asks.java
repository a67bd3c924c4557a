package nl.ruggespraak.ask;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The asks of colleagues, and the rounds in which they are collected. */
public interface Asks {

    /** All asks of a cycle, in the order in which they came. */
    List<Ask> of(String cycle);

    /** The asks of a cycle that the representative takes along. */
    List<Ask> carried(String cycle);

    /** These asks by id, in one query; unknown ids are left out. */
    Map<Long, Ask> all(Collection<Long> ids);

    /** The ask with this id, if it is this colleague's, of a meeting that is not off, and not erased. */
    Optional<Ask> own(long ask, String colleague);

    /** What a colleague gave along, the newest meeting first; not what was called off or has been erased. */
    List<Ask> ofColleague(String colleague, int newest);

    /** The round of one colleague. */
    Optional<AskRound> round(String cycle, String colleague);

    /**
     * For which meetings that have not begun these colleagues have yet to answer, in one query; those of which somebody wants no reminders
     * are left out.
     */
    Map<String, List<OpenRound>> openRounds(Collection<String> colleagues, Instant now);

    /** Those of these colleagues who have not answered, while answers are still taken. */
    Set<String> stillAsked(String cycle, Collection<String> colleagues);

    /** The colleagues who gave at least one ask, by key. */
    List<String> askers(String cycle);

    AskCounts counts(String cycle);
}
