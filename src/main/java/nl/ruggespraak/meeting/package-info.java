/** Network meetings, their dates, and each member organisation's cycle. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.meeting;
