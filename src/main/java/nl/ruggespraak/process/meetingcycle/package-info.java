/** The model meeting-cycle: one organisation's part in one meeting. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.meetingcycle;
