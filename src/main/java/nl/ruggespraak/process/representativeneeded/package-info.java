/** The model representative-needed: an organisation has nobody who attends one meeting. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.representativeneeded;
