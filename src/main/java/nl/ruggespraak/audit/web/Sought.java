package nl.ruggespraak.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an administrator filled in to filter by; what is null does not matter.
 *
 * @param person key or a part of the name
 * @param until the last day that counts
 */
record Sought(
        @Nullable String person,
        @Nullable String organisation,
        @Nullable Action action,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable String subject) {

    Sought {
        person = given(person);
        organisation = given(organisation);
        subject = given(subject);
    }

    AuditFilter by(ZoneId zone) {
        return new AuditFilter(
                person,
                organisation,
                action,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant(),
                subject);
    }

    public Sought withPerson(String key) {
        return new Sought(key, organisation, action, from, until, subject);
    }

    public Sought withSubject(String subject) {
        return new Sought(person, organisation, action, from, until, subject);
    }

    /** The fields that are filtered by. */
    Map<String, Object> fields() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("person", person);
        all.put("organisation", organisation);
        all.put("action", action);
        all.put("from", from);
        all.put("until", until);
        all.put("subject", subject);
        Map<String, Object> filled = new LinkedHashMap<>();
        all.forEach((name, value) -> Optional.ofNullable(value).ifPresent(given -> filled.put(name, given)));
        return filled;
    }

    /** The address under a path that shows the same. */
    public String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> fields = fields();
        fields.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(fields).toUriString();
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
