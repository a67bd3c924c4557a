package nl.ruggespraak.ask;

/** How many colleagues of a cycle were asked, how many of them answered, how many asks they gave and how many of these are carried. */
public record AskCounts(int asked, int answered, int asks, int carried) {}
