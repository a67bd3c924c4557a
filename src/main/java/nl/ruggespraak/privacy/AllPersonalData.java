package nl.ruggespraak.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.ruggespraak.personal.CandidateAsk;
import nl.ruggespraak.personal.FoundText;
import nl.ruggespraak.personal.JdbcTexts;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.Rewriting;
import nl.ruggespraak.personal.Sought;
import nl.ruggespraak.personal.WrittenRow;
import org.springframework.stereotype.Component;

/** What all features keep of persons. Each changes its own tables. */
@Component
class AllPersonalData {

    private final List<PersonalData> features;
    private final Map<String, PersonalData> owners = new LinkedHashMap<>();
    private final JdbcTexts texts;

    AllPersonalData(List<PersonalData> features, JdbcTexts texts) {
        this.features = features;
        this.texts = texts;
        features.forEach(feature -> feature.tables().forEach(table -> {
            PersonalData other = owners.put(table.name(), feature);
            if (other != null && other != feature) {
                throw new IllegalStateException(table.name() + " has two owners");
            }
        }));
    }

    void find(Sought sought, boolean writtenNow, Consumer<FoundText> found) {
        features.forEach(feature -> feature.tables().forEach(table -> texts.find(table, sought, writtenNow, found)));
    }

    int rewrite(PersonalTable table, String column, List<Rewriting> rewritings) {
        return owner(table.name()).rewrite(table, column, rewritings, texts);
    }

    List<CandidateAsk> asksAbout(Sought candidate) {
        return features.stream()
                .flatMap(feature -> feature.asksAbout(candidate).stream())
                .toList();
    }

    List<CandidateAsk> asksEvaluatedBefore(Instant moment, int atMost) {
        return features.stream()
                .flatMap(feature -> feature.asksEvaluatedBefore(moment, atMost).stream())
                .toList();
    }

    List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return asks.isEmpty()
                ? List.of()
                : features.stream()
                        .flatMap(feature -> feature.writtenAbout(asks).stream())
                        .toList();
    }

    void empty(Collection<WrittenRow> rows, Instant at) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        WrittenRow::table, LinkedHashMap::new, Collectors.mapping(WrittenRow::key, Collectors.toSet())))
                .forEach((table, keys) -> owner(table).empty(table, keys, at));
    }

    void forget(Leaver leaver) {
        features.forEach(feature -> feature.forget(leaver));
    }

    /** In how many rows of what kind the key of a person stands. */
    List<Findings.Along> alongs(String person) {
        Map<String, Long> rows = new LinkedHashMap<>();
        features.forEach(feature ->
                feature.tables().forEach(table -> rows.merge(table.label(), texts.count(table, person), Long::sum)));
        return rows.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new Findings.Along(each.getKey(), each.getValue()))
                .toList();
    }

    String label(String table) {
        return owner(table).tables().stream()
                .filter(each -> each.name().equals(table))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private PersonalData owner(String table) {
        PersonalData owner = owners.get(table);
        if (owner == null) {
            throw new IllegalStateException(table + " is declared by nobody");
        }
        return owner;
    }
}
