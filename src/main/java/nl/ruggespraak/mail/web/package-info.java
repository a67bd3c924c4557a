/** The mailbox: what was sent to whom. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.mail.web;
