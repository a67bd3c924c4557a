/** What colleagues give along to a meeting. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.ask;
