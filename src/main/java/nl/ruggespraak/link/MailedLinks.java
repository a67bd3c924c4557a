package nl.ruggespraak.link;

import java.util.List;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.PersonalAddresses;
import org.springframework.stereotype.Component;

/** Makes the links of a mail when the mail leaves; each attempt makes new ones. */
@Component
class MailedLinks implements PersonalAddresses {

    private final PersonalLinks links;

    MailedLinks(PersonalLinks links) {
        this.links = links;
    }

    @Override
    public List<String> make(Mail.PersonalPart part, String person) {
        Purpose purpose = Purpose.valueOf(part.purpose());
        return part.subjects().stream()
                .map(subject -> links.issue(purpose, subject, person))
                .toList();
    }
}
