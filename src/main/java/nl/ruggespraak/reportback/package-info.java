/** The personal answers, and their follow-up until an outcome is known. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.reportback;
