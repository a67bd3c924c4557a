package nl.ruggespraak.mail;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a posted mail to the mail server. What is known about it is written in transactions of its own, so that it
 * stays true whatever happens to the caller's.
 */
@Service
public class DeliverMail {

    private final Mails mails;
    private final SmtpSender sender;
    private final List<PersonalAddresses> addresses;
    private final MessageSource messages;
    private final Locale language;
    private final Clock clock;
    private final TransactionTemplate aside;

    DeliverMail(
            Mails mails,
            SmtpSender sender,
            List<PersonalAddresses> addresses,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mails = mails;
        this.sender = sender;
        this.addresses = addresses;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Delivers a mail, unless it is sent or refused already. Found in the middle of an attempt, that attempt's answer was
     * lost: the mail goes out again under the same Message-ID, and that is counted.
     *
     * @return false when the mail server refuses it for good, so that another attempt would be in vain
     * @throws DeliveryFailed when the mail server does not take it now
     */
    @Transactional
    public boolean deliver(long id) {
        if (!mails.reserve(id)) {
            throw new DeliveryFailed(sentence("mail.delivery.busy", Long.toString(id)));
        }
        PostedMail posted = mails.find(id).orElseThrow(() -> new IllegalArgumentException("There is no mail " + id));
        return switch (posted.status()) {
            case SENT, KEPT -> true;
            case REFUSED -> false;
            case POSTED, SENDING, FAILED -> send(posted);
        };
    }

    private boolean send(PostedMail posted) {
        // What leaves must be true even if the answer is lost: the link is committed before.
        Mail leaving = requireNonNull(aside.execute(begun -> {
            mails.sending(posted.id());
            return addressed(posted.mail());
        }));
        try {
            sender.send(leaving);
        } catch (SendingFailed failed) {
            String reason = String.valueOf(failed.getMessage());
            if (failed.kind() == SendingFailed.Kind.REFUSED_FOR_GOOD) {
                aside.executeWithoutResult(ended -> mails.refused(posted.id(), reason, clock.instant()));
                return false;
            }
            boolean answerLost = failed.kind() == SendingFailed.Kind.ANSWER_LOST;
            aside.executeWithoutResult(ended -> mails.failed(posted.id(), reason, answerLost, clock.instant()));
            throw new DeliveryFailed(sentence(
                    "mail.delivery.failed",
                    Long.toString(posted.id()),
                    posted.mail().key(),
                    posted.mail().recipient(),
                    reason));
        }
        aside.executeWithoutResult(ended -> mails.sent(posted.id(), clock.instant()));
        return true;
    }

    private Mail addressed(Mail mail) {
        return PersonalAddresses.addressed(mail, addresses);
    }

    private String sentence(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
