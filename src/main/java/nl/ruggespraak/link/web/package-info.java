/** The pages behind the links. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.link.web;
