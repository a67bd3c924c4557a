package nl.ruggespraak.privacy;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the process engine knows of persons, in what runs and in its history. */
public interface EngineMemory {

    /** Where this is found. */
    List<Trace> traces(Wanted wanted);

    /** Puts something else in its place, everywhere. */
    void replace(Wanted wanted, String other);

    /** What people remarked on these cycles is forgotten: comments and attachments. */
    void forgetRemarks(Collection<String> cycles);

    /** Whether something waits for this person. */
    boolean waitsFor(String person);

    /** This person is gone: there is no account any more, and what waited waits for the successor. */
    void left(String person, @Nullable String successor);
}
