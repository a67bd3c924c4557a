/** Mails: kept, sent once, and shown. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "people"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.mail;
