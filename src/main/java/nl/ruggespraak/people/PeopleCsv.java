package nl.ruggespraak.people;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.shared.CsvText;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.SpreadsheetCell;
import nl.ruggespraak.shared.UnusableAddress;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Organisations, persons and roles as {@link CsvText}, with headings in English or Dutch, in any order. A chair is one of the network in the same line, or of the
 * one that is named with the role: {@code chair@sam}.
 */
final class PeopleCsv {

    /** Line breaks within a cell, tabs, and what does not show. */
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}\\u00A0]+");

    /** What people write for a role, besides its own name. */
    private static final Map<String, Role> OTHER_ROLES = Map.of(
            "voorzitter", Role.CHAIR,
            "vertegenwoordiger", Role.REPRESENTATIVE,
            "adviseur", Role.ADVISER,
            "advisor", Role.ADVISER,
            "leidinggevende", Role.MANAGER,
            "directeur", Role.DIRECTOR,
            "afdelingshoofd", Role.DEPARTMENT_HEAD,
            "beheerder", Role.ADMINISTRATOR);

    /** What stands close to the surname, as in "d'Ancona"; "'t Hart" has a space. */
    private static final Pattern ELIDED = Pattern.compile("['’‘`]$");

    private static final String NETWORK_KEY = "[a-z][a-z0-9-]{1,39}";

    private static final Pattern BETWEEN_ROLES = Pattern.compile("\\s*[,;|+&/]\\s*|\\s+(?:and|en)\\s+");

    /** As pages show it. */
    private static final Pattern CHAIR_OF =
            Pattern.compile("(chair|voorzitter) (?:of|van) (" + NETWORK_KEY + ")(?= |$)");

    private static final int MOST_WORDS_OF_A_ROLE = 2;

    private static final Map<String, Role> ROLES = roles();

    private static final Map<String, Boolean> YES_OR_NO = Map.of(
            "yes", true, "ja", true, "true", true, "waar", true, "1", true, "no", false, "nee", false, "false", false,
            "onwaar", false, "0", false);

    private PeopleCsv() {}

    /**
     * What a file says. A line is a row of the spreadsheet: a cell with line breaks is in one, and an empty one counts.
     *
     * @param columns the columns that it has: what it does not have stays as it is
     * @param leftOut the headings of the columns that it has besides, and that are not read
     * @param problems of single lines: their row is the line of the file
     */
    record Content(Set<PeopleColumn> columns, List<String> leftOut, List<PersonLine> lines, List<Problem> problems) {}

    /** Reads a file; one without lines or without the needed columns is refused. */
    static Content read(byte[] file, EmailAddresses addresses) {
        List<CSVRecord> filled = CsvText.rows(file);
        List<String> leftOut = new ArrayList<>();
        Map<PeopleColumn, Integer> columns = columns(filled.get(0), leftOut);
        List<PersonLine> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (CSVRecord record : filled.subList(1, filled.size())) {
            Line line = new Line(
                    (int) record.getRecordNumber(), column -> cell(record, columns.get(column)), addresses, problems);
            lines.add(line.person());
        }
        if (lines.isEmpty()) {
            throw Refusal.of("file", "refusal.file.empty");
        }
        return new Content(columns.keySet(), leftOut, together(lines), problems);
    }

    /** Reads what somebody typed into a page as if it were the first line of a file: the rules are the same. */
    static PersonLine typed(Map<PeopleColumn, String> cells, EmailAddresses addresses, List<Problem> problems) {
        return new Line(1, column -> cells.getOrDefault(column, ""), addresses, problems).person();
    }

    private static String cell(CSVRecord record, @Nullable Integer place) {
        return place == null || place >= record.size()
                ? ""
                : SpreadsheetCell.read(
                        UNSEEN.matcher(record.get(place)).replaceAll(" ").strip());
    }

    /** Who is chair of several networks may be on a line for each of them; the first is the person's, with all that the others add. */
    private static List<PersonLine> together(List<PersonLine> lines) {
        Map<String, Integer> places = new HashMap<>();
        List<PersonLine> together = new ArrayList<>(lines);
        for (int place = 0; place < lines.size(); place++) {
            PersonLine line = lines.get(place);
            Integer first = line.person() == null ? null : places.putIfAbsent(line.person(), place);
            if (first != null && line.leads() && line.saysTheSameAs(lines.get(first))) {
                together.set(first, together.get(first).with(line.roles()));
                together.set(place, line.withoutPerson());
            }
        }
        return together;
    }

    private static Map<PeopleColumn, Integer> columns(CSVRecord headings, List<String> leftOut) {
        Map<PeopleColumn, Integer> columns = new EnumMap<>(PeopleColumn.class);
        for (int place = 0; place < headings.size(); place++) {
            String heading = UNSEEN.matcher(headings.get(place)).replaceAll(" ").strip();
            Optional<PeopleColumn> known = PeopleColumn.of(heading);
            boolean read = known.isPresent() && columns.putIfAbsent(known.get(), place) == null;
            if (!read && !heading.isEmpty()) {
                leftOut.add(shortened(heading));
            }
        }
        List<PeopleColumn> missing = PeopleColumn.NEEDED.stream()
                .filter(column -> !columns.containsKey(column))
                .filter(column -> column != PeopleColumn.FIRST_NAME || !columns.containsKey(PeopleColumn.CALL_NAME))
                .toList();
        if (!missing.isEmpty()) {
            List<Problem> problems = new ArrayList<>();
            problems.add(Problem.of(
                    "file",
                    "refusal.file.columnsMissing",
                    missing.stream().map(PeopleColumn::heading).collect(Collectors.joining(", ")),
                    missing.stream().map(PeopleColumn::dutchHeading).collect(Collectors.joining(", "))));
            leftOut.forEach(heading -> problems.add(Problem.of("file", "refusal.file.columnUnknown", heading)));
            throw new Refusal(problems);
        }
        return columns;
    }

    /** Writes a file that reads back the same, with a byte order mark and semicolons as spreadsheets expect. */
    static void write(Stream<PersonLine> lines, Appendable out) throws IOException {
        out.append(CsvText.BYTE_ORDER_MARK);
        CSVPrinter printer =
                new CSVPrinter(out, CsvText.FORMAT.builder().setDelimiter(';').get());
        printer.printRecord(PeopleColumn.WRITTEN.stream().map(PeopleColumn::heading));
        for (PersonLine line : (Iterable<PersonLine>) lines::iterator) {
            printer.printRecord(
                    line.network(),
                    SpreadsheetCell.harmless(line.networkName()),
                    line.organisation(),
                    SpreadsheetCell.harmless(line.organisationName()),
                    line.person(),
                    SpreadsheetCell.harmless(line.firstName()),
                    SpreadsheetCell.harmless(line.lastName()),
                    SpreadsheetCell.harmless(line.email()),
                    SpreadsheetCell.harmless(line.phone()),
                    line.language(),
                    line.deputy(),
                    line.roles().stream()
                            .sorted()
                            .map(held -> word(held, line.network()))
                            .collect(Collectors.joining(" ")),
                    line.person() == null ? null : Boolean.FALSE.equals(line.active()) ? "no" : "yes");
        }
        printer.flush();
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>(OTHER_ROLES);
        for (Role role : Role.values()) {
            roles.put(word(role).replace('-', ' '), role);
        }
        return roles;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(HeldRole held, @Nullable String network) {
        String role = word(held.role());
        return held.network() == null || held.network().equals(network) ? role : role + "@" + held.network();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** One line, and what is wrong with it. */
    private record Line(
            int number, Function<PeopleColumn, String> cells, EmailAddresses addresses, List<Problem> problems) {

        PersonLine person() {
            String person = key(PeopleColumn.PERSON, "[a-z0-9][a-z0-9._-]{1,63}");
            String organisation = key(PeopleColumn.ORGANISATION, "[a-z][a-z0-9-]{1,39}");
            require(person != null || organisation != null, "nothing");
            if (person != null) {
                require(firstName() != null, "nameMissing");
                require(lastName() != null, "nameMissing");
            }
            String network = key(PeopleColumn.NETWORK, NETWORK_KEY);
            return new PersonLine(
                    number,
                    network,
                    text(PeopleColumn.NETWORK_NAME, 200),
                    organisation,
                    text(PeopleColumn.ORGANISATION_NAME, 200),
                    person,
                    firstName(),
                    lastName(),
                    person == null ? null : email(),
                    text(PeopleColumn.PHONE, 50),
                    language(),
                    key(PeopleColumn.DEPUTY, "[a-z0-9][a-z0-9._-]{1,63}"),
                    roles(network),
                    active());
        }

        private @Nullable String text(PeopleColumn column, int longest) {
            String text = UNSEEN.matcher(cells.apply(column)).replaceAll(" ").strip();
            require(text.length() <= longest, "tooLong", column.heading(), longest, column.dutchHeading());
            return text.isEmpty() || text.length() > longest ? null : text;
        }

        private @Nullable String firstName() {
            String callName = text(PeopleColumn.CALL_NAME, 100);
            return callName != null ? callName : text(PeopleColumn.FIRST_NAME, 100);
        }

        /** With its prefix, unless it stands there already. */
        private @Nullable String lastName() {
            String lastName = text(PeopleColumn.LAST_NAME, 100);
            String prefix = text(PeopleColumn.PREFIX, 50);
            if (lastName == null || prefix == null) {
                return lastName;
            }
            String before = ELIDED.matcher(prefix).find() ? prefix : prefix + " ";
            if (lastName.regionMatches(true, 0, before, 0, before.length())) {
                return lastName;
            }
            String whole = before + lastName;
            require(
                    whole.length() <= 100,
                    "tooLong",
                    PeopleColumn.LAST_NAME.heading(),
                    100,
                    PeopleColumn.LAST_NAME.dutchHeading());
            return whole;
        }

        private @Nullable String email() {
            try {
                return addresses
                        .read(text(PeopleColumn.EMAIL, Integer.MAX_VALUE))
                        .text();
            } catch (UnusableAddress unusable) {
                problems.add(unusable.problemInRow("file", number));
                return null;
            }
        }

        private @Nullable String key(PeopleColumn column, String pattern) {
            String key = text(column, 64);
            boolean wellFormed = key == null || key.matches(pattern);
            require(
                    wellFormed || column == PeopleColumn.DEPUTY,
                    "keyMalformed",
                    column.heading(),
                    String.valueOf(key),
                    column.dutchHeading());
            require(wellFormed || column != PeopleColumn.DEPUTY, "deputyMalformed", String.valueOf(key));
            return wellFormed ? key : null;
        }

        private @Nullable String language() {
            String language = text(PeopleColumn.LANGUAGE, 60);
            if (language == null) {
                return null;
            }
            String tag = language.toLowerCase(Locale.ROOT);
            require(Languages.SPOKEN.contains(Locale.forLanguageTag(tag)), "languageUnknown", language);
            return tag;
        }

        private Set<HeldRole> roles(@Nullable String network) {
            Set<HeldRole> roles = new TreeSet<>();
            String cell = text(PeopleColumn.ROLES, 1_000);
            if (cell != null) {
                for (String part : BETWEEN_ROLES.split(cell)) {
                    roles(part.strip(), network, roles);
                }
            }
            return roles;
        }

        /** Roles with a space between them, and perhaps within them. */
        private void roles(String part, @Nullable String network, Set<HeldRole> roles) {
            String plain = CHAIR_OF.matcher(part.toLowerCase(Locale.ROOT)).replaceAll("$1@$2");
            List<String> words = plain.isEmpty() ? List.of() : List.of(plain.split(" "));
            int at = 0;
            while (at < words.size()) {
                int many = Math.min(MOST_WORDS_OF_A_ROLE, words.size() - at);
                while (many > 1 && !ROLES.containsKey(joined(words, at, many))) {
                    many--;
                }
                role(joined(words, at, many), part, network, roles);
                at += many;
            }
        }

        private static String joined(List<String> words, int from, int many) {
            return String.join(" ", words.subList(from, from + many));
        }

        private void role(String word, String part, @Nullable String network, Set<HeldRole> roles) {
            String[] parts = word.split("@", 2);
            Role role = ROLES.get(parts[0].replace('_', ' ').replace('-', ' '));
            String named = parts.length == 2 ? parts[1] : null;
            if (role == null || named != null && (role != Role.CHAIR || !named.matches(NETWORK_KEY))) {
                require(!word.equalsIgnoreCase(part), "roleUnknown", shortened(part));
                require(word.equalsIgnoreCase(part), "roleUnknownAmong", shortened(word), shortened(part));
            } else if (role != Role.CHAIR) {
                roles.add(new HeldRole(role, null));
            } else if (named != null) {
                roles.add(HeldRole.chairOf(named));
            } else if (network != null) {
                roles.add(HeldRole.chairOf(network));
            } else {
                require(false, "chairOfNothing");
            }
        }

        private @Nullable Boolean active() {
            String word = text(PeopleColumn.ACTIVE, 60);
            if (word == null) {
                return null;
            }
            Boolean active = YES_OR_NO.get(word.toLowerCase(Locale.ROOT));
            require(active != null, "activeUnknown", word);
            return active;
        }

        private void require(boolean satisfied, String what, Object... arguments) {
            Problem problem = Problem.inRow("file", number, "refusal.line." + what, arguments);
            if (!satisfied && !problems.contains(problem)) {
                problems.add(problem);
            }
        }
    }
}
