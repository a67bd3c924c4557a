package nl.ruggespraak.process.filters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionOperations;

@RuggespraakTest
class TasklistFiltersTests {

    @LocalServerPort
    private int port;

    @Autowired
    private FilterService filters;

    @Autowired
    private TasklistFilters tasklistFilters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private ObjectMapper json;

    @ParameterizedTest
    @ValueSource(strings = {"lnv-adviser-1", "rws-director", "meierij-department-head-2", "chair", "admin"})
    void showsEverybodyTheSameFilters(String user) throws Exception {
        JsonNode found = json.readTree(Visitor.program(port, user)
                .getJson("/engine-rest/filter?itemCount=true")
                .body());
        List<String> names = new ArrayList<>();
        for (JsonNode filter : found) {
            names.add(filter.get("name").asText());
            assertThat(filter.get("itemCount").isNumber()).isTrue();
        }
        assertThat(names).containsExactlyInAnyOrder("My tasks", "My organisation", "Overdue", "All open");
    }

    @Test
    void makesNoSecondFilterAtTheNextStart() {
        List<String> before = ids();
        tasklistFilters.make();
        assertThat(ids()).isEqualTo(before).hasSize(4);
    }

    @Test
    void renamesTheFiltersWhenTheInstallationSpeaksAnotherLanguage() {
        List<String> before = ids();
        try {
            new TasklistFilters(filters, tasks, messages, transaction, Languages.DUTCH).make();
            assertThat(ids()).isEqualTo(before);
            assertThat(filters.createTaskFilterQuery().list())
                    .extracting(Filter::getName)
                    .containsExactlyInAnyOrder("Mijn taken", "Mijn organisatie", "Te laat", "Alles wat openstaat");
        } finally {
            tasklistFilters.make();
        }
    }

    private List<String> ids() {
        return filters.createTaskFilterQuery().orderByFilterId().asc().list().stream()
                .map(Filter::getId)
                .toList();
    }
}
