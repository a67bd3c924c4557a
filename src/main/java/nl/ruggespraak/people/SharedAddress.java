package nl.ruggespraak.people;

import java.util.List;

/**
 * A mail address that several people have: their mail arrives in one mailbox.
 *
 * @param people each by name and key, first in the order of the file
 */
public record SharedAddress(String address, List<String> people) {}
