package nl.ruggespraak.reportback;

import org.jspecify.annotations.Nullable;

/**
 * What the representative made of a draft; nothing of it is checked yet.
 *
 * @param send whether it goes out; unless it is false, it does
 */
public record ReportBackEdit(
        @Nullable Long reportBack,
        @Nullable String text,
        @Nullable Boolean send) {}
