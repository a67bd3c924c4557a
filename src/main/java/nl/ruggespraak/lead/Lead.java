package nl.ruggespraak.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a representative brought back from a meeting.
 *
 * @param place row of the form, from 1
 * @param occupation key of the occupation
 * @param region key of the region
 * @param organisation key of the counterpart
 * @param contact whom to call there
 * @param answersAsk id of the carried ask that it answers
 */
public record Lead(
        long id,
        String cycle,
        int place,
        LeadKind kind,
        String title,
        String details,
        @Nullable String occupation,
        @Nullable String region,
        int headcount,
        @Nullable LocalDate startsOn,
        @Nullable String organisation,
        String contact,
        @Nullable Long answersAsk,
        String recordedBy) {}
