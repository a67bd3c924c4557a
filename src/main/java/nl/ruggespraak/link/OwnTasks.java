package nl.ruggespraak.link;

import java.util.Optional;

/** Knows which tasks wait for whom. */
public interface OwnTasks {

    /**
     * Where the person finds this task, if it is open and the person's own.
     *
     * @param subject key of the meeting cycle, or id of the report-back or the escalation
     * @return a path of this site
     */
    Optional<String> find(WaitingTask task, String subject, String person);
}
