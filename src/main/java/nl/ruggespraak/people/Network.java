package nl.ruggespraak.people;

import java.time.ZoneId;

/** An employers' network. */
public record Network(String key, String name, ZoneId zone, int leadTimeDays) {}
