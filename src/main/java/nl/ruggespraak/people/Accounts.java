package nl.ruggespraak.people;

/** Those who must know when the tables of people have changed: the accounts with which people sign in. */
public interface Accounts {

    /** Many persons have changed, in the transaction of the caller, who hears from time to time how far the accounts have followed. */
    void peopleChanged(Progress progress);

    /** One person has changed, in the transaction of the caller. */
    void personChanged(String person);

    /** Networks or organisations have come or have other names, in the transaction of the caller; no person has changed. */
    void organisationsChanged();

    /** Hears how far something is. */
    interface Progress {

        /** So many steps are done, of so many. */
        void done(int steps, int of);
    }
}
