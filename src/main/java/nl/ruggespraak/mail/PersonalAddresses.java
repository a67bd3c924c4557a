package nl.ruggespraak.mail;

import java.util.List;

/** Makes the addresses that only a mail's recipient gets. They are made when the mail leaves, so that they are kept nowhere. */
public interface PersonalAddresses {

    /** Whether it makes addresses for this purpose. */
    boolean makes(String purpose);

    /**
     * New addresses, one for each subject.
     *
     * @param person key of the recipient
     */
    List<String> make(Mail.PersonalPart part, String person);

    /** The mail as its recipient gets it, with new addresses by the one that makes them for its purpose. */
    static Mail addressed(Mail mail, List<PersonalAddresses> makers) {
        Mail.PersonalPart part = mail.personal();
        if (part == null) {
            return mail;
        }
        PersonalAddresses maker = makers.stream()
                .filter(each -> each.makes(part.purpose()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody makes links for " + part.purpose()));
        return mail.addressed(maker.make(part, mail.recipient()));
    }
}
