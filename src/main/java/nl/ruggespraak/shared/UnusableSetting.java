package nl.ruggespraak.shared;

/** The application cannot start with a setting as it is; the message says which, and what is wrong with it. */
public class UnusableSetting extends RuntimeException {

    public UnusableSetting(String message) {
        super(message);
    }
}
