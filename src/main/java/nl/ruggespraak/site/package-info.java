/** The frame of the pages: layout, sign-in, errors. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.site;
