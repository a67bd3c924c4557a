package nl.ruggespraak.matching;

import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupLine.State;
import nl.ruggespraak.setup.SetupStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Regions, without which no meeting can be planned, and occupations. */
@Configuration(proxyBeanMethods = false)
class CatalogueSetup {

    private static final String CATALOGUE = "/admin/catalogue";

    @Bean
    @Order(60)
    SetupStep regionsStep(JdbcCatalogueEntries entries) {
        return visit -> {
            int count = entries.count(CatalogueKind.REGION);
            return new SetupLine(
                            "regions",
                            count > 0 ? State.DONE : State.MISSING,
                            count > 0 ? "setup.regions.done" : "setup.regions.missing",
                            count)
                    .at(CATALOGUE);
        };
    }

    @Bean
    @Order(70)
    SetupStep occupationsStep(JdbcCatalogueEntries entries) {
        return visit -> {
            int count = entries.count(CatalogueKind.OCCUPATION);
            return new SetupLine(
                            "occupations",
                            count > 0 ? State.DONE : State.MISSING,
                            count > 0 ? "setup.occupations.done" : "setup.occupations.missing",
                            count)
                    .at(CATALOGUE);
        };
    }
}
