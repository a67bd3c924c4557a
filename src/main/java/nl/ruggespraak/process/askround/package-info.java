/** The model ask-round: one colleague is asked before one meeting. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.askround;
