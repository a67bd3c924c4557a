/** What several features need: refusals, working days. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.shared;
