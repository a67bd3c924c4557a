package nl.ruggespraak.privacy;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the process engine runs and remembers of persons, besides what it declares of its tables. */
public interface EngineMemory {

    /** What people remarked on these cycles is forgotten: comments and attachments. */
    void forgetRemarks(Collection<String> cycles);

    /** Whether something waits for this person. */
    boolean waitsFor(String person);

    /** This person is gone: there is no account any more, and what waited waits for the successor. */
    void left(String person, @Nullable String successor);
}
