package nl.ruggespraak.people;

import java.util.Collection;

/** Those who must know when people leave: what waits for a person who is gone would wait for ever. In order, each seeing what those before did. */
public interface Leaving {

    /** These persons take part no longer, in the transaction of the caller; what is known of them is still there. */
    void left(Collection<String> persons);
}
