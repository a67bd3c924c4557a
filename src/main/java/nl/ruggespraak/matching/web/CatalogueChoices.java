package nl.ruggespraak.matching.web;

import java.util.List;
import java.util.Locale;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the catalogue holds, for forms that offer it while somebody types. */
@RestController
class CatalogueChoices {

    private final Catalogue catalogue;

    CatalogueChoices(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Names in the reader's language, best first. */
    @GetMapping("/catalogue/{kind}")
    List<String> like(
            @PathVariable CatalogueKind kind, @RequestParam(defaultValue = "") String words, Locale language) {
        return catalogue.offered(kind.name(), words, language);
    }
}
