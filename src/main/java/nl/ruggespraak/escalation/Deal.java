package nl.ruggespraak.escalation;

import org.jspecify.annotations.Nullable;

/**
 * What two organisations agreed, or that they did not.
 *
 * @param headcount how many people it is about; 0 when nothing was agreed
 * @param placed how many of them found their place; null until it is recorded
 */
public record Deal(
        boolean agreed,
        int headcount,
        String terms,
        String agreedBy,
        @Nullable Integer placed,
        String details) {}
