package nl.ruggespraak.shared;

/** How a process goes through many people: in batches, each of them one job and one transaction. */
public final class Batches {

    /** The most people in one batch. */
    public static final int SIZE = 100;

    private Batches() {}

    /** How many batches so many people make. */
    public static int of(int people) {
        return (people + SIZE - 1) / SIZE;
    }
}
