package nl.ruggespraak.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a file with people, and the headings by which it is known, in English and in Dutch. */
enum PeopleColumn {
    NETWORK("network", "netwerk"),
    NETWORK_NAME("network name", "netwerknaam"),
    ORGANISATION("organisation", "organisatie"),
    ORGANISATION_NAME("organisation name", "organisatienaam"),
    PERSON("person", "persoon"),
    FIRST_NAME("first name", "voornaam"),
    LAST_NAME("last name", "achternaam"),
    EMAIL("email", "e-mail"),
    PHONE("phone", "telefoon"),
    LANGUAGE("language", "taal"),
    DEPUTY("deputy", "plaatsvervanger"),
    ROLES("roles", "rollen"),
    ACTIVE("active", "actief");

    /** Without these a file says nothing about people. */
    static final List<PeopleColumn> NEEDED = List.of(ORGANISATION, PERSON, FIRST_NAME, LAST_NAME, EMAIL, ROLES);

    private final String heading;
    private final String dutchHeading;

    PeopleColumn(String heading, String dutchHeading) {
        this.heading = heading;
        this.dutchHeading = dutchHeading;
    }

    /** As it is written. */
    String heading() {
        return heading;
    }

    /** Read without regard for capitals, and for how its words are joined. */
    static Optional<PeopleColumn> of(String heading) {
        String words = words(heading);
        return Arrays.stream(values())
                .filter(column -> words.equals(words(column.heading)) || words.equals(words(column.dutchHeading)))
                .findFirst();
    }

    private static String words(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
