package nl.ruggespraak.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All duties of one kind, by the feature that they belong to. */
public interface Duties {

    Duty.Kind kind();

    /** What waits for these persons. */
    List<Duty> of(Collection<String> persons);

    /** Who loses the last of these roles that a person has hands on what came with it; the first weighs most. */
    List<Role> roles();

    /** Who takes it over when its person leaves; nothing when nobody can. */
    Optional<Person> successor(Duty duty);

    /** Who may be named to take it over: every colleague who is there. */
    List<Person> candidates(Duty duty);

    /**
     * Gives it to somebody else, tells both, and records it. Nothing happens when it has ended, or waits for somebody else by now.
     *
     * @param left whether the former can be asked nothing more
     */
    void hand(Duty duty, Person to, boolean left);

    /** Whether the role is lost for the sake of which the duty came. */
    default boolean endsWith(Duty duty, Set<HeldRole> ended, Set<HeldRole> kept) {
        for (Role role : roles()) {
            if (kept.stream().anyMatch(held -> held.role() == role)) {
                return false;
            }
            if (ended.stream().anyMatch(held -> held.role() == role)) {
                return true;
            }
        }
        return false;
    }
}
