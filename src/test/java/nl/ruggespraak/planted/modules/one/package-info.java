/** A module that has nothing to hide. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.planted.modules.one;
