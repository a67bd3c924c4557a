/** What the engine remembers of persons, and how it forgets. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.memory;
