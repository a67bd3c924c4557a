package nl.ruggespraak.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.people.People;
import nl.ruggespraak.site.Links;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links with which people act without signing in. Each is bound to one person and one purpose, and is dead as soon as the purpose has
 * ended: that is read from the tables each time, and never copied. There may be several for the same purpose, as every mail has its own.
 */
@Service
public class PersonalLinks implements Links {

    /** More than this is kept nowhere but in the browser. */
    static final int LONGEST_DRAFT = 1_000_000;

    /** What was typed and never sent is forgotten after this time. */
    private static final Duration DRAFTS_STAY = Duration.ofDays(30);

    private final JdbcPersonalLinks links;
    private final LinkProcess process;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;
    private final String url;
    private final Duration lifetime;

    PersonalLinks(
            JdbcPersonalLinks links,
            LinkProcess process,
            People people,
            AuditTrail audit,
            Clock clock,
            @Value("${ruggespraak.url}") String url,
            @Value("${ruggespraak.link.lifetime:P90D}") Duration lifetime) {
        this.links = links;
        this.process = process;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.url = url.replaceAll("/+$", "");
        this.lifetime = lifetime;
    }

    /** Makes a new link and returns its address: the only time that anybody here knows it. */
    @Transactional
    public String issue(Purpose purpose, String subject, String person) {
        Token token = Token.random();
        Instant now = clock.instant();
        links.add(token.hash(), purpose, subject, person, now, now.plus(lifetime));
        return url + "/" + purpose.path() + "/" + token.secret();
    }

    /** The link of this token, if it was issued for this purpose. Opening changes nothing: mail scanners open links, too. */
    @Transactional(readOnly = true)
    public Optional<PersonalLink> open(Purpose purpose, String token) {
        return links.find(new Token(token).hash(), purpose, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalLong number(String path, String token) {
        return Purpose.at(path)
                .map(purpose -> links.number(new Token(token).hash(), purpose))
                .orElseGet(OptionalLong::empty);
    }

    /** Stops one link from working. The person's other links stay. */
    @Transactional
    public void revoke(PersonalLink link) {
        links.revoke(link.id(), clock.instant());
        audit.record(
                Action.LINK_REVOKED,
                "person/" + link.person(),
                people.get(link.person()).organisation(),
                link.purpose() + ", by whoever had the link");
    }

    /** What was typed but not sent. */
    @Transactional(readOnly = true)
    public Optional<Typed> draft(PersonalLink link) {
        return links.draft(link);
    }

    /** Keeps what was typed, for whichever link of this person and purpose is opened next; false when it is too much to be kept. */
    @Transactional
    public boolean keep(PersonalLink link, Typed typed) {
        String json = typed.json();
        if (json.length() > LONGEST_DRAFT) {
            return false;
        }
        Instant now = clock.instant();
        links.keep(link, json, now);
        links.forgetDrafts(now.minus(DRAFTS_STAY));
        return true;
    }

    /** What was typed came after the purpose had ended. */
    @Transactional
    public void forgetDraft(PersonalLink link) {
        links.forgetDraft(link);
    }

    /**
     * The person answers. The draft goes with it.
     *
     * @return false when nothing waits for the answer
     * @throws nl.ruggespraak.shared.Refusal when the answer cannot be taken so; the draft stays
     */
    @Transactional
    public boolean answer(PersonalLink link, Map<String, Object> answer) {
        boolean answered = process.answered(link, answer);
        if (answered) {
            links.forgetDraft(link);
        }
        return answered;
    }
}
