package nl.ruggespraak.notice;

/** Where a meeting is, in names: of the host organisation and of the region. */
record Venue(String host, String region) {}
