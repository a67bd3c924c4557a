/** Whether everything that people read is there in every language. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.languages;
