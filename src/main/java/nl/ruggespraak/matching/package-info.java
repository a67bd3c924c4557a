/** Occupations, regions, and who fits what. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.matching;
