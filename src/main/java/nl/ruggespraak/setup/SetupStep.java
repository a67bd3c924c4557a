package nl.ruggespraak.setup;

/**
 * One thing that a network needs before its first meeting. A feature gives a bean for each, with an {@link org.springframework.core.annotation.Order} that
 * says where it stands in the list; looking costs one statement at most.
 */
@FunctionalInterface
public interface SetupStep {

    /** How it stands now. */
    SetupLine look(Visit visit);

    /**
     * Who looks, and from where.
     *
     * @param person key of the administrator
     * @param address under which the browser reaches the application, e.g. {@code https://ruggespraak.example.org/netwerk}, as far as the server can tell
     */
    record Visit(String person, String address) {}
}
