package nl.ruggespraak.link;

import java.util.Arrays;
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
    public boolean makes(String purpose) {
        return Arrays.stream(Purpose.values()).anyMatch(each -> each.name().equals(purpose));
    }

    @Override
    public List<String> make(Mail.PersonalPart part, String person) {
        Purpose purpose = Purpose.valueOf(part.purpose());
        return part.subjects().stream()
                .map(subject -> links.issue(purpose, subject, person))
                .toList();
    }
}
