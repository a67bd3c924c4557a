/** What people do by links without signing in, brought to the user tasks that wait for it. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.link;
