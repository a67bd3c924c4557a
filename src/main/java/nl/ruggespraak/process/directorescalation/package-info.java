/** Between the engine and the escalations to directors. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.directorescalation;
