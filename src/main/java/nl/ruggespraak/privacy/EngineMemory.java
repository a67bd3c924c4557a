package nl.ruggespraak.privacy;

import java.util.Collection;

/** What the process engine runs and remembers of persons, besides what it declares of its tables. */
public interface EngineMemory {

    /** What people remarked on these cycles is forgotten: comments and attachments. */
    void forgetRemarks(Collection<String> cycles);

    /** Whether something waits for this person. */
    boolean waitsFor(String person);

    /** This person has no account any more. */
    void forgetAccount(String person);
}
