package nl.ruggespraak.process.filters;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the filters at each start, or makes them anew as they are here, named in the installation's language. What somebody sees in them is what their rights
 * and their organisation let them see. Tasks that are due first come first; of those, the most important.
 */
@Component
class TasklistFilters implements SmartInitializingSingleton {

    private static final String KEY = "ruggespraak";
    private static final String[] OF_AN_ORGANISATION = {
        "meeting-cycle", "representative-needed", "ask-round", "report-back", "director-escalation"
    };

    private final FilterService filters;
    private final TaskService tasks;
    private final MessageSource messages;
    private final TransactionOperations transaction;
    private final Locale language;

    TasklistFilters(
            FilterService filters,
            TaskService tasks,
            MessageSource messages,
            TransactionOperations transaction,
            @Value("${ruggespraak.language:en}") Locale language) {
        this.filters = filters;
        this.tasks = tasks;
        this.messages = messages;
        this.transaction = transaction;
        this.language = language;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> make());
    }

    void make() {
        make(1, "mine", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        make(2, "organisation", tasks.createTaskQuery().processDefinitionKeyIn(OF_AN_ORGANISATION));
        make(3, "overdue", tasks.createTaskQuery().dueBeforeExpression("${now()}"));
        make(4, "open", tasks.createTaskQuery());
    }

    private void make(int place, String key, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().list().stream()
                .filter(made -> key.equals(made.getProperties().get(KEY)))
                .findFirst()
                .orElseGet(filters::newTaskFilter);
        filter.setName(text(key, "name"));
        filter.setQuery(query.orderByDueDate().asc().orderByTaskPriority().desc());
        filter.setProperties(Map.of(
                KEY,
                key,
                "priority",
                place,
                "description",
                text(key, "text"),
                "color",
                "#1f5a4d",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", "meeting", "label", text("column", "meeting")))));
        filters.saveFilter(filter);
    }

    private String text(String key, String part) {
        return messages.getMessage("filter." + key + "." + part, null, language);
    }
}
