package nl.ruggespraak.matching;

import java.util.List;

/**
 * What an import of ESCO did.
 *
 * @param occupations that the files hold
 * @param added that were not there before
 * @param changed that were called otherwise, were offered or not, or stood in another field
 * @param withdrawn that ESCO has withdrawn: they are kept and not offered
 * @param kept that an administrator has changed, and that stay so
 * @param leftOut relations to what the files do not hold, each as it stands there, at most {@link #MOST_TOLD}
 * @param leftOutInAll how many these are
 */
public record EscoReport(
        int occupations, int added, int changed, int withdrawn, int kept, List<String> leftOut, int leftOutInAll) {

    static final int MOST_TOLD = 20;

    /** Whether everything was there already. */
    public boolean changedNothing() {
        return added + changed == 0;
    }
}
