package nl.ruggespraak.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ruggespraak.personal.FoundText;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.Rewriting;
import nl.ruggespraak.personal.Sought;
import nl.ruggespraak.personal.WrittenRow;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** One look through all texts for one person: what is found is put together to places, and replaced where it is chosen. */
final class Search {

    /** More places that differ are not shown one by one. */
    private static final int AT_MOST = 1_000;

    private static final int ROWS_AT_ONCE = 200;
    private static final int CONTEXT = 60;

    /** Who decides whether a place is doubtful. */
    interface Judge {
        @Nullable
        Doubt doubt(FoundText found, Sought.Hit hit);
    }

    /** How much tells one place from another: what stands around the name, or, where that are too many, only whose it is. */
    private enum Detail {
        WORDS,
        MEETING,
        ORGANISATION
    }

    private static final class TooManyPlaces extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Text(String table, String column, String key) {}

    /** How places look to people; those that look alike are one. */
    private record Look(
            String label,
            @Nullable String organisation,
            @Nullable String meeting,
            String before,
            String name,
            String after,
            boolean whole,
            @Nullable Doubt doubt) {}

    private static final class Members {
        private final TreeSet<String> fingerprints = new TreeSet<>();
        private final Map<Text, Set<Integer>> starts = new HashMap<>();
        private final List<WrittenRow> rows = new ArrayList<>();
    }

    private final AllPersonalData data;
    private final Sought sought;
    private final Judge judge;
    private final @Nullable String person;
    private final List<WrittenRow> whole = new ArrayList<>();
    private Function<WrittenRow, @Nullable Doubt> doubtOfWhole = row -> null;
    private Detail detail = Detail.WORDS;
    private final Map<Look, Members> found = new LinkedHashMap<>();
    private final Set<Text> texts = new HashSet<>();

    /** For a colleague with this key, or, with none, for a candidate. */
    Search(AllPersonalData data, Sought sought, @Nullable String person, Judge judge) {
        this.person = person;
        this.data = data;
        this.sought = sought;
        this.judge = judge;
    }

    /** Takes these rows in as a whole; names in them are no places of their own. Call it before {@link #look}. */
    void takeWhole(Collection<WrittenRow> rows, Function<WrittenRow, @Nullable Doubt> doubtful) {
        whole.addAll(rows);
        doubtOfWhole = doubtful;
    }

    /** Reads everything. */
    void look() {
        try {
            whole.forEach(this::take);
            data.find(sought, false, this::take);
        } catch (TooManyPlaces e) {
            if (detail == Detail.ORGANISATION) {
                throw Refusal.of("erase", "refusal.erase.tooMany", AT_MOST);
            }
            detail = Detail.values()[detail.ordinal() + 1];
            found.clear();
            texts.clear();
            look();
        }
    }

    private void take(WrittenRow row) {
        if (row.text().replaceAll("[\\s·—]", "").isEmpty()) {
            return;
        }
        Sought.Hit hit = sought.in(row.text()).stream().findFirst().orElse(null);
        int start = hit == null ? 0 : hit.start();
        int end = hit == null ? 0 : hit.end();
        String cycle = row.cycle();
        Look look = new Look(
                data.label(row.table()),
                cycle == null ? null : cycle.substring(cycle.indexOf('/') + 1),
                cycle == null ? null : cycle.substring(0, Math.max(0, cycle.indexOf('/'))),
                before(row.text(), start),
                hit == null ? "" : Sought.read(row.text().substring(start, end)),
                after(row.text(), end),
                true,
                doubtOfWhole.apply(row));
        Members members = members(look);
        members.rows.add(row);
        members.fingerprints.add(String.join("|", row.table(), row.key(), Digest.of(row.text())));
        texts.add(new Text(row.table(), "", row.key()));
    }

    private void take(FoundText text) {
        boolean goesAlong = text.table().goesAlong()
                && text.person() != null
                && text.person().equals(person);
        if (goesAlong || texts.contains(new Text(text.table().name(), "", text.key()))) {
            return;
        }
        Text where = new Text(text.table().name(), text.column(), text.key());
        texts.add(where);
        String digest = Digest.of(text.text());
        for (Sought.Hit hit : text.hits()) {
            Members members = members(new Look(
                    text.table().label(),
                    text.organisation(),
                    text.meeting(),
                    before(text.text(), hit.start()),
                    Sought.read(text.text().substring(hit.start(), hit.end())),
                    after(text.text(), hit.end()),
                    false,
                    judge.doubt(text, hit)));
            members.starts.computeIfAbsent(where, each -> new TreeSet<>()).add(hit.start());
            members.fingerprints.add(String.join(
                    "|", where.table(), where.column(), where.key(), digest, Integer.toString(hit.start())));
        }
    }

    private Members members(Look look) {
        if (found.size() > AT_MOST) {
            throw new TooManyPlaces();
        }
        Look known = detail == Detail.WORDS
                ? look
                : new Look(
                        look.label(),
                        look.organisation(),
                        detail == Detail.MEETING ? look.meeting() : null,
                        "…",
                        look.name(),
                        "…",
                        look.whole(),
                        look.doubt());
        return found.computeIfAbsent(known, each -> new Members());
    }

    /** What was found, those that are proposed first. */
    List<Place> places() {
        return found.entrySet().stream()
                .map(each -> place(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing((Place place) -> !place.isSure())
                        .thenComparing(place -> !place.whole())
                        .thenComparing(Place::label)
                        .thenComparing(place -> String.valueOf(place.organisation()))
                        .thenComparing(place -> String.valueOf(place.meeting()))
                        .thenComparing(Place::id))
                .toList();
    }

    private static Place place(Look look, Members members) {
        return new Place(
                Digest.of(look + String.join("\n", members.fingerprints)).substring(0, 16),
                look.label(),
                look.organisation(),
                look.meeting(),
                look.before(),
                look.name(),
                look.after(),
                look.whole(),
                look.doubt(),
                members.fingerprints.size());
    }

    /**
     * The rows that go as a whole, of the places that are chosen.
     *
     * @throws Refusal when one of the places is not as it was looked at
     */
    List<WrittenRow> replace(Collection<String> chosen, String other) {
        Map<Text, Set<Integer>> starts = new HashMap<>();
        List<WrittenRow> rows = new ArrayList<>();
        Set<String> missing = new HashSet<>(chosen);
        found.forEach((look, members) -> {
            if (missing.remove(place(look, members).id())) {
                rows.addAll(members.rows);
                members.starts.forEach((text, its) ->
                        starts.computeIfAbsent(text, each -> new TreeSet<>()).addAll(its));
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.of("erase", "refusal.erase.changed");
        }
        replaceAll(
                text -> starts.getOrDefault(new Text(text.table().name(), text.column(), text.key()), Set.of()),
                false,
                other);
        return rows;
    }

    /** What this transaction wrote itself since, naming the person: nobody could have looked at it. */
    void replaceWrittenSince(String other) {
        replaceAll(
                text -> texts.contains(new Text(text.table().name(), text.column(), text.key()))
                        ? Set.of()
                        : text.hits().stream()
                                .filter(hit -> hit.part() != Sought.Part.FIRST_NAME)
                                .map(Sought.Hit::start)
                                .collect(Collectors.toSet()),
                true,
                other);
    }

    private void replaceAll(Function<FoundText, Set<Integer>> starts, boolean writtenNow, String other) {
        Map<PersonalTable, Map<String, List<Rewriting>>> waiting = new LinkedHashMap<>();
        data.find(sought, writtenNow, text -> {
            Set<Integer> chosen = starts.apply(text);
            if (!chosen.isEmpty()) {
                List<Rewriting> rewritings = waiting.computeIfAbsent(text.table(), each -> new LinkedHashMap<>())
                        .computeIfAbsent(text.column(), each -> new ArrayList<>());
                rewritings.add(new Rewriting(text.key(), text.text(), without(text, chosen, other)));
                if (rewritings.size() == ROWS_AT_ONCE) {
                    rewrite(text.table(), text.column(), rewritings);
                }
            }
        });
        waiting.forEach(
                (table, columns) -> columns.forEach((column, rewritings) -> rewrite(table, column, rewritings)));
    }

    private void rewrite(PersonalTable table, String column, List<Rewriting> rewritings) {
        if (!rewritings.isEmpty() && data.rewrite(table, column, List.copyOf(rewritings)) != rewritings.size()) {
            throw Refusal.of("erase", "refusal.erase.changed");
        }
        rewritings.clear();
    }

    private static String without(FoundText found, Set<Integer> chosen, String other) {
        StringBuilder without = new StringBuilder();
        int from = 0;
        for (Sought.Hit hit : found.hits()) {
            if (chosen.contains(hit.start())) {
                without.append(found.text(), from, hit.start()).append(other);
                from = hit.end();
            }
        }
        return without.append(found.text(), from, found.text().length()).toString();
    }

    private static String before(String text, int start) {
        int from = outsideOfATag(text, Math.max(0, start - 2 * CONTEXT));
        String read = Sought.read(text.substring(from, start)).replaceAll("\\s+", " ");
        return read.length() <= CONTEXT ? read : "…" + read.substring(read.length() - CONTEXT);
    }

    private static String after(String text, int end) {
        int to = Math.min(text.length(), end + 2 * CONTEXT);
        String read = Sought.read(text.substring(end, Math.max(end, outsideOfATag(text, to))))
                .replaceAll("\\s+", " ");
        return read.length() <= CONTEXT ? read : read.substring(0, CONTEXT) + "…";
    }

    /** This place, or where the tag begins that it is in. */
    private static int outsideOfATag(String text, int at) {
        int begins = text.lastIndexOf('<', at - 1);
        boolean inTag = begins >= 0
                && text.lastIndexOf('>', at - 1) < begins
                && begins + 1 < text.length()
                && (Character.isLetter(text.charAt(begins + 1)) || text.charAt(begins + 1) == '/');
        return inTag ? begins : at;
    }
}
