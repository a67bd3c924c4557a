package nl.ruggespraak.people;

import java.util.List;

/** Those who must know when a duty waits for somebody who has left, and nobody can take it over. */
public interface DutiesOfNobody {

    /** These wait for nobody, in the transaction of the caller; said twice, it is told once. */
    void left(List<Duty> duties);
}
