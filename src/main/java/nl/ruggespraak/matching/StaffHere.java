package nl.ruggespraak.matching;

/** How many people of an occupation an organisation has at risk. */
public record StaffHere(String occupation, int headcount) {}
