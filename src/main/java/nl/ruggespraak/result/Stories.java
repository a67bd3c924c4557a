package nl.ruggespraak.result;

import java.util.List;

/** What is worth telling of what a cycle brought. */
public interface Stories {

    /** How many people a story must be about before it tells what they do, where, and with whom: of fewer, somebody could be recognised. */
    int FEWEST_TO_DESCRIBE = 5;

    /** The most stories that are told. */
    int MOST = 3;

    /** The best stories of a cycle, those that helped most people first; none when nothing is worth telling yet. */
    List<Story> of(String cycle);
}
