package nl.ruggespraak.process.forms;

import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Two people, or one of them twice, did the same thing at the same moment; the database kept what the first one did. */
final class Conflict {

    /** Whoever comes second begins again, and finds what the first one left. A third time is needed only when somebody else comes in between again. */
    static final int MOST_TRIES = 3;

    private Conflict() {}

    static boolean isIn(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException
                        || cause instanceof DuplicateKeyException
                        || JdbcFaults.isConflict(cause));
    }

    /** An exception and what caused it, the outermost first. */
    static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .map(Throwable.class::cast);
    }
}
