/** Mails: kept, sent once, and shown. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "people", "database", "calendar"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.mail;
