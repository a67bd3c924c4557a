package nl.ruggespraak.people;

import java.util.function.IntConsumer;

/** Those who must know when the tables of people have changed: the accounts with which people sign in. */
public interface Accounts {

    /**
     * Many persons have changed, in the transaction of the caller.
     *
     * @param done hears from time to time how many accounts have followed
     */
    void peopleChanged(IntConsumer done);
}
