package nl.ruggespraak.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails that were posted. */
public interface Mails {

    /** Writes these mails in one statement, except those whose key is known. Returns the ones that were new. */
    List<MailProcess.Posted> add(Collection<Mail> mails, MailStatus status, Instant postedAt);

    Optional<PostedMail> find(long id);

    /**
     * The newest mails, newest first.
     *
     * @param olderThan only those before the mail of this id
     * @param status only those that have come so far
     */
    List<MailLine> newest(@Nullable Long olderThan, @Nullable MailStatus status, int limit);

    /** The same, of the mails to one person. */
    List<MailLine> newestTo(String recipient, @Nullable Long olderThan, @Nullable MailStatus status, int limit);

    /** Keeps everybody else from delivering this mail until the transaction ends; false when somebody else does already. */
    boolean reserve(long id);

    /** An attempt begins. If the one before ended without an answer, that is counted. */
    void sending(long id);

    /** The mail server has taken it. */
    void sent(long id, Instant at);

    /**
     * The attempt failed; another will follow.
     *
     * @param answerLost the mail server may have taken it nevertheless
     */
    void failed(long id, String reason, boolean answerLost, Instant at);

    /** The mail server will not take it, and no other attempt will follow. */
    void refused(long id, String reason, Instant at);
}
