/** What the representative brings back from a meeting. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.lead;
