/** What it all brought: outcomes, and the evaluation of a cycle. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.result;
