/** Telling what came of a report-back without signing in. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.reportback.web;
