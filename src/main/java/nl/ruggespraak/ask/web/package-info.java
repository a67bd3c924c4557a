/** The pages about asks: giving them without signing in, one's own, and what members bring to a meeting. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.ask.web;
