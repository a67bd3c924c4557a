package nl.ruggespraak.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with what it is a member of.
 *
 * @param closedOn the day on which it was closed; null when it is open
 * @param people how many take part
 * @param memberships by network
 */
public record Member(String key, String name, @Nullable LocalDate closedOn, int people, List<Membership> memberships) {}
