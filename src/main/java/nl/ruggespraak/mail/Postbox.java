package nl.ruggespraak.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import nl.ruggespraak.shared.EmailAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mails are posted: written in the caller's transaction, each key once, and delivered afterwards. Without a mail
 * server they are kept, and nothing is sent anywhere.
 */
@Service
public class Postbox {

    private final Mails mails;
    private final SmtpSender smtp;
    private final Sender sender;
    private final MailProcess process;
    private final Clock clock;

    Postbox(Mails mails, SmtpSender smtp, Sender sender, MailProcess process, Clock clock) {
        this.mails = mails;
        this.smtp = smtp;
        this.sender = sender;
        this.process = process;
        this.clock = clock;
    }

    /** Posts a mail. Returns false when one with its key was posted before. */
    @Transactional
    public boolean post(Mail mail) {
        return !post(List.of(mail)).isEmpty();
    }

    /** Posts mails in one statement. Returns those which were new. */
    @Transactional
    public List<Mail> post(Collection<Mail> posting) {
        MailStatus status = keepsMails() ? MailStatus.KEPT : MailStatus.POSTED;
        List<MailProcess.Posted> posted = mails.add(posting, status, clock.instant());
        if (status == MailStatus.POSTED && !posted.isEmpty()) {
            process.posted(posted);
        }
        return posted.stream().map(MailProcess.Posted::mail).toList();
    }

    /** Whether there is no mail server, so that mails are kept and shown only. */
    public boolean keepsMails() {
        return !smtp.hasServer();
    }

    /** From which address all mails come. */
    public EmailAddress sender() {
        return sender.address();
    }
}
