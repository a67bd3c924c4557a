/** The only package that knows Camunda: everything between the engine and the domain. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process;
