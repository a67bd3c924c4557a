package nl.ruggespraak.escalation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * People whose work is at risk, as a department head reported them.
 *
 * @param departmentHead key of the person
 * @param occupation key of the occupation
 * @param region key of the region
 * @param from from when they could work elsewhere
 * @param matched how many of them fit the lead
 */
public record StaffAtRisk(
        String departmentHead,
        String occupation,
        int headcount,
        @Nullable String region,
        @Nullable LocalDate from,
        int matched) {}
