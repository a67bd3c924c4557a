/** Mails: kept, posted once, sent until a server has them, and shown. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"setup", "shared", "personal", "people", "database", "calendar"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.mail;
