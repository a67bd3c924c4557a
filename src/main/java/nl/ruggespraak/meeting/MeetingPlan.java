package nl.ruggespraak.meeting;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chair typed to plan a meeting; nothing of it is checked yet.
 *
 * @param key the wished key; null to make one from network and date
 * @param startsAt local date and time in the network's zone
 * @param endsAt local date and time in the network's zone
 * @param leadTimeDays days between announcement and meeting; null for the network's usual
 */
public record MeetingPlan(
        @Nullable String key,
        @Nullable String title,
        @Nullable String network,
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable String location,
        @Nullable String region,
        @Nullable String host,
        @Nullable String topic,
        List<String> statements,
        @Nullable Long leadTimeDays) {}
