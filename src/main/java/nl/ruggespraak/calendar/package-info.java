/** Entries for people's own calendars: what they say, who has which, and how iCalendar writes them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "personal"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.calendar;
