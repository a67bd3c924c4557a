/** What the demo does with the engine. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.demo;
