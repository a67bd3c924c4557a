/** What it costs. Not part of the tests: run it by name. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.bench;
