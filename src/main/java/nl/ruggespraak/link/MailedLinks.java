package nl.ruggespraak.link;

import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.PersonalAddresses;
import org.springframework.stereotype.Component;

/** Makes the link of a mail when the mail leaves; each attempt makes a new one. */
@Component
class MailedLinks implements PersonalAddresses {

    private final PersonalLinks links;

    MailedLinks(PersonalLinks links) {
        this.links = links;
    }

    @Override
    public String make(Mail.PersonalPart part, String person) {
        return links.issue(Purpose.valueOf(part.purpose()), part.subject(), person);
    }
}
