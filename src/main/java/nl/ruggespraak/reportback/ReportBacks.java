package nl.ruggespraak.reportback;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The personal answers and what came of them. */
public interface ReportBacks {

    Optional<ReportBack> find(long id);

    /** The report-back with this id; an unknown id is a fault of the caller. */
    default ReportBack get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no report-back " + id));
    }

    /** What waits for the representative's review, answers to asks first. */
    List<Draft> drafts(String cycle);

    /** What was said of a report-back, oldest first. */
    List<FollowUp> followUps(long reportBack);

    /** What these are about, in a few words, by id: the title of the ask, or else of the lead. */
    Map<Long, String> about(Collection<Long> ids);

    /** The titles of the other meetings whose report-backs wait for this representative's review. */
    List<String> meetingsToReview(String representative, String besides);

    /**
     * Of which answers this representative's colleagues have told nothing since they were last asked, longest first.
     *
     * @param askedUntil the last day, in this zone, on which they were asked
     */
    List<Silent> silent(String representative, LocalDate askedUntil, ZoneId zone);

    /**
     * An answer of which nothing was told.
     *
     * @param colleague name of who was answered
     * @param about what it is about, in a few words
     */
    record Silent(long reportBack, String colleague, String about) {}

    /** Those of a cycle that its representative sees through, whoever that is. */
    List<Long> withRepresentative(String cycle);

    /** The keys of the colleagues who were told of a lead. */
    List<String> recipients(long lead);
}
