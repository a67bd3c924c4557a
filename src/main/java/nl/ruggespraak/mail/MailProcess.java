package nl.ruggespraak.mail;

import java.util.List;

/** Tells the process engine that there are mails to deliver. */
public interface MailProcess {

    /** These mails have been posted; each wants to be delivered by itself. */
    void posted(List<Posted> mails);

    /** A mail that was new. */
    record Posted(long id, Mail mail) {}
}
