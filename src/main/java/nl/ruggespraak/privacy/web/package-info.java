/** Where an administrator erases a person. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.privacy.web;
