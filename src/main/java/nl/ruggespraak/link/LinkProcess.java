package nl.ruggespraak.link;

import java.util.Map;

/** Tells the process engine what a person did by a link. */
public interface LinkProcess {

    /**
     * The person has answered: what waits for this answer goes on, exactly as if the person had signed in and completed the task.
     *
     * @param answer texts, booleans and lists of rows, by field
     * @return false when nothing waits for it (any more, or yet)
     * @throws nl.ruggespraak.shared.Refusal when the answer cannot be taken so
     */
    boolean answered(PersonalLink link, Map<String, Object> answer);
}
