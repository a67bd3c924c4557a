/** The page that shows what a network still needs. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.setup.web;
