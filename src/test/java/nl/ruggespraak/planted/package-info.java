/** Classes that break the rules of the architecture on purpose, so that the rules can be seen to work. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.planted;
