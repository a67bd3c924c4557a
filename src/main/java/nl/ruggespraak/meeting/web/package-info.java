/** The pages of meetings: how they stand, and moving, calling off and handing over. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.meeting.web;
