/** Between the engine and the mails: one small process delivers each. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.maildelivery;
