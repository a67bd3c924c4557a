package nl.ruggespraak.mail;

import java.util.List;

/** Makes the addresses that only a mail's recipient gets. They are made when the mail leaves, so that they are kept nowhere. */
public interface PersonalAddresses {

    /**
     * New addresses, one for each subject.
     *
     * @param person key of the recipient
     */
    List<String> make(Mail.PersonalPart part, String person);
}
