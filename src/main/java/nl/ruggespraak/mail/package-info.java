/** Mails: kept, sent once, and shown. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "people", "database"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.mail;
