/** The page where an administrator takes people in from a file. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.people.web;
