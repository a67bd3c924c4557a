package nl.ruggespraak.people;

import java.time.ZoneId;

/**
 * An employers' network.
 *
 * @param zone in which its dates are told
 * @param leadTimeDays calendar days before a meeting on which it is announced, unless its chair chooses otherwise
 */
public record Network(String key, String name, ZoneId zone, int leadTimeDays, Deadlines deadlines) {}
