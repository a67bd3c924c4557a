package nl.ruggespraak.people;

/** How much a file would change. A file that was applied before changes nothing. */
public record ImportPreview(
        int problems,
        int newOrganisations,
        int renamedOrganisations,
        int newMemberships,
        int newPersons,
        int changedPersons,
        int leavingPersons,
        int rolesGranted,
        int rolesEnded) {

    public boolean changesNothing() {
        return newOrganisations
                        + renamedOrganisations
                        + newMemberships
                        + newPersons
                        + changedPersons
                        + leavingPersons
                        + rolesGranted
                        + rolesEnded
                == 0;
    }
}
