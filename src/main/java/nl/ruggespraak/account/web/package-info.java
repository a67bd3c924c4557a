/** The pages on which people are invited, and choose a password. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.account.web;
