package nl.ruggespraak.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of a file with people, and the headings by which it is known, in English, in Dutch, and as personnel systems write it. */
enum PeopleColumn {
    NETWORK("network", "netwerk"),
    NETWORK_NAME("network name", "netwerknaam", "naam netwerk"),
    ORGANISATION("organisation", "organisatie", "organization"),
    ORGANISATION_NAME("organisation name", "organisatienaam", "organization name", "naam organisatie"),
    PERSON("person", "persoon", "user name", "gebruikersnaam", "inlognaam"),
    FIRST_NAME("first name", "voornaam", "given name", "forename"),
    /** By which a person is called; it goes before the first name of the passport. */
    CALL_NAME("call name", "roepnaam", "known as", "preferred name"),
    /** What stands before the surname and does not count when names are sorted: "van der". */
    PREFIX("prefix", "tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "surname prefix", "infix"),
    LAST_NAME("last name", "achternaam", "surname", "family name", "familienaam"),
    EMAIL(
            "email",
            "e-mail",
            "e-mailadres",
            "email address",
            "mail",
            "mailadres",
            "mail address",
            "e-mailadres werk",
            "e-mail werk",
            "work email"),
    PHONE(
            "phone",
            "telefoon",
            "telefoonnummer",
            "phone number",
            "telephone",
            "telephone number",
            "telefoonnr",
            "tel",
            "mobiel",
            "mobile",
            "mobiel nummer",
            "telefoon werk",
            "telefoonnummer werk"),
    LANGUAGE("language", "taal", "voertaal"),
    DEPUTY("deputy", "plaatsvervanger", "vervanger"),
    ROLES("roles", "rollen", "role", "rol"),
    ACTIVE("active", "actief");

    /** Without these a file says nothing about people. */
    static final List<PeopleColumn> NEEDED = List.of(ORGANISATION, PERSON, FIRST_NAME, LAST_NAME, EMAIL, ROLES);

    /** What a file has that is written here: a person's name stands in it as one first name and one last name. */
    static final List<PeopleColumn> WRITTEN = Arrays.stream(values())
            .filter(column -> column != CALL_NAME && column != PREFIX)
            .toList();

    private final String heading;
    private final String dutchHeading;
    private final Set<String> known;

    PeopleColumn(String heading, String dutchHeading, String... others) {
        this.heading = heading;
        this.dutchHeading = dutchHeading;
        this.known = Stream.concat(Stream.of(heading, dutchHeading), Arrays.stream(others))
                .map(PeopleColumn::words)
                .collect(Collectors.toSet());
    }

    /** As it is written. */
    String heading() {
        return heading;
    }

    /** As a Dutch sentence calls it. */
    String dutchHeading() {
        return dutchHeading;
    }

    /** Read without regard for capitals, and for how its words are joined. */
    static Optional<PeopleColumn> of(String heading) {
        String words = words(heading);
        return Arrays.stream(values())
                .filter(column -> column.known.contains(words))
                .findFirst();
    }

    private static String words(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
