package nl.ruggespraak.meeting;

/** Knows who has been told of a meeting. */
public interface Audience {

    /** How many colleagues, of all organisations, know of a meeting because it was announced to them. */
    int toldColleagues(String meeting);
}
