/** The trail as a page and as a file, for administrators. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.audit.web;
