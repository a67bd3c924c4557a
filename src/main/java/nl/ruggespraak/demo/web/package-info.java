/** The pages of the demo. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.demo.web;
