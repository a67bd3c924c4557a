package nl.ruggespraak.escalation;

import nl.ruggespraak.lead.LeadKind;
import org.jspecify.annotations.Nullable;

/**
 * What a director of the network decided on something of this kind before. Of another organisation only numbers are told, never what people wrote.
 *
 * @param meeting title of the meeting
 * @param title the lead's title when it was our own; null when it was another organisation's
 * @param occupation key of the occupation
 * @param agreed how many people a deal was about; null when there was none
 * @param placed how many found their place; null when none is recorded
 */
public record SimilarCase(
        String meeting,
        @Nullable String title,
        LeadKind kind,
        @Nullable String occupation,
        int headcount,
        Decision decision,
        @Nullable Integer agreed,
        @Nullable Integer placed) {}
