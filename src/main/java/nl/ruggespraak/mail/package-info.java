/** Mails: kept, sent once, and shown. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.mail;
