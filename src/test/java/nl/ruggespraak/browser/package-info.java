/** Work done in a real browser. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.browser;
