package nl.ruggespraak.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region or an occupation, with what it is called.
 *
 * @param field key of the field of an occupation; null when it has none, so that it fits nothing but itself, and of a region
 * @param offered whether people are offered it
 */
public record CatalogueEntry(
        CatalogueKind kind,
        String key,
        String nameEn,
        String nameNl,
        List<String> aliasesEn,
        List<String> aliasesNl,
        @Nullable String field,
        boolean offered) {

    public CatalogueEntry {
        aliasesEn = aliasesEn.stream().distinct().sorted().toList();
        aliasesNl = aliasesNl.stream().distinct().sorted().toList();
    }
}
