package nl.ruggespraak.lead;

import java.util.Collection;
import java.util.Set;

/** Which leads a director has been asked about: their titles are the director's, too. */
public interface EscalatedLeads {

    Set<Long> among(Collection<Long> leads);
}
