package nl.ruggespraak.audit;

import java.util.Optional;

/** Who is at work. */
public interface Actor {

    /** Key of the person who is at work; empty when the engine works by itself. */
    Optional<String> key();
}
