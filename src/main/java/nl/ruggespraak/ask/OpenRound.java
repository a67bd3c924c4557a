package nl.ruggespraak.ask;

import java.time.Instant;

/**
 * A meeting for which a colleague has yet to answer.
 *
 * @param cycle key of the meeting cycle
 * @param meeting its title
 */
public record OpenRound(String cycle, String meeting, Instant asksCloseAt) {}
