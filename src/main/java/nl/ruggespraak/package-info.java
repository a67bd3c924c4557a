/** Ruggespraak: care before and after the meetings of an employers' network. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak;
