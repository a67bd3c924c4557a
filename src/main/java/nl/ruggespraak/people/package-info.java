/** Organisations, networks, persons and their roles. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.people;
