/** The page on which an administrator keeps the catalogue. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.matching.web;
