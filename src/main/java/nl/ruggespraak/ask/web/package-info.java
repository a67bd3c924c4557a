/** Giving asks without signing in. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.ask.web;
