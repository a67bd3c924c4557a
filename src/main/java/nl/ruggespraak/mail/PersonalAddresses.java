package nl.ruggespraak.mail;

/** Makes the address that only a mail's recipient gets. It is made when the mail leaves, so that it is kept nowhere. */
public interface PersonalAddresses {

    /**
     * A new address.
     *
     * @param person key of the recipient
     */
    String make(Mail.PersonalPart part, String person);
}
