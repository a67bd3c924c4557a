/** Between the engine and the personal answers. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.reportback;
