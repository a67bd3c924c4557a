/** Noting leads on a phone, at the meeting itself, without signing in. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.lead.web;
