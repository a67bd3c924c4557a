/** What stands between a form and the domain: its content on the way out, its fields on the way in, and refusals. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.forms;
