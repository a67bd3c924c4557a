/** The task filters that everybody finds in Tasklist. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.filters;
