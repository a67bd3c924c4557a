package nl.ruggespraak.mail;

/** A mail could not be delivered now. The message is a sentence for the administrator: which mail, to whom, and why. */
public class DeliveryFailed extends RuntimeException {

    DeliveryFailed(String sentence) {
        super(sentence);
    }
}
