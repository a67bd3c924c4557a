package nl.ruggespraak.process.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.annotation.PostConstruct;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.ruggespraak.personal.Holds;
import nl.ruggespraak.personal.JdbcTexts;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.Rewriting;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.process.ProcessVariables;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps of persons. Nobody writes to its tables but the engine: what runs is changed by its API, and what is over by a
 * command, for which the API has nothing.
 */
@Component
class CamundaPersonalData implements PersonalData {

    private static final List<String> PERSONS = List.of(
            ProcessVariables.REPRESENTATIVE.name(),
            ProcessVariables.COLLEAGUE.name(),
            ProcessVariables.DIRECTOR.name(),
            ProcessVariables.MANAGER.name(),
            ProcessVariables.DEPARTMENT_HEAD.name());

    /** Of which properties of an operation the value is the key of a person, besides those of links to users. */
    private static final List<String> PROPERTIES = List.of("assignee", "owner", "userId");

    private static final List<String> LISTS = List.of(ProcessVariables.DEPARTMENT_HEADS.name());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FilterService filters;
    private final AsEngine asEngine;
    private final JdbcEngineReferences references;
    private final List<PersonalTable> tables = EngineColumns.tables();

    CamundaPersonalData(
            ProcessEngineConfigurationImpl engine,
            RuntimeService runtime,
            TaskService tasks,
            FilterService filters,
            AsEngine asEngine,
            JdbcEngineReferences references) {
        this.engine = engine;
        this.runtime = runtime;
        this.tasks = tasks;
        this.filters = filters;
        this.asEngine = asEngine;
        this.references = references;
    }

    /** Lets the engine's own persistence know our statements. */
    @PostConstruct
    void addStatements() {
        Configuration statements =
                engine.getDbSqlSessionFactory().getSqlSessionFactory().getConfiguration();
        if (!statements.hasMapper(HistoryStatements.class)) {
            statements.addMapper(HistoryStatements.class);
        }
    }

    @Override
    public List<PersonalTable> tables() {
        return tables;
    }

    @Override
    public int rewrite(PersonalTable table, String column, List<Rewriting> rewritings, JdbcTexts texts) {
        int[] written = {0};
        asEngine.run(() -> written[0] = switch (table.name()) {
            case "act_ru_variable" -> each(rewritings, to -> setLocal(variable(to.key()), to.after()));
            case "act_ge_bytearray" -> rewriteBytes(rewritings);
            case "act_ru_task" -> each(rewritings, to -> rewriteTask(column, to));
            case "act_ru_filter" -> each(rewritings, to -> rewriteFilter(column, to));
            default -> inHistory(table.name(), column, rewritings);
        });
        return written[0];
    }

    @Override
    public void forget(Leaver leaver) {
        asEngine.run(() -> {
            forgetInWhatRuns(leaver.key(), leaver.former());
            forgetInHistory(leaver.key(), leaver.former());
        });
    }

    private void forgetInWhatRuns(String key, String former) {
        tasks.createTaskQuery().taskAssignee(key).list().forEach(task -> tasks.setAssignee(task.getId(), former));
        tasks.createTaskQuery().taskOwner(key).list().forEach(task -> tasks.setOwner(task.getId(), former));
        for (Task task : tasks.createTaskQuery().taskInvolvedUser(key).list()) {
            for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
                if (key.equals(link.getUserId())) {
                    tasks.deleteUserIdentityLink(task.getId(), key, link.getType());
                }
            }
        }
        for (String person : PERSONS) {
            runtime.createVariableInstanceQuery()
                    .variableValueEquals(person, key)
                    .list()
                    .forEach(variable -> setLocal(variable, former));
        }
        for (String id : references.runningListsOf(LISTS, key)) {
            VariableInstance list = variable(id);
            setLocal(list, ((ObjectValue) typed(list)).getValueSerialized().replace(quoted(key), quoted(former)));
        }
        for (Filter filter : filters.createFilterQuery().list()) {
            if (key.equals(filter.getOwner())) {
                filters.deleteFilter(filter.getId());
            } else {
                forgetInFilter((FilterEntity) filter, key, former);
            }
        }
    }

    private void forgetInFilter(FilterEntity filter, String key, String former) {
        try {
            JsonNode query = JSON.readTree(filter.getQueryInternal());
            if (replaceUser(query, key, former)) {
                filter.setQueryInternal(JSON.writeValueAsString(query));
                filters.saveFilter(filter);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The engine wrote a filter that is no JSON", e);
        }
    }

    /** Replaces a key where a query names a user. */
    private static boolean replaceUser(JsonNode node, String key, String former) {
        boolean replaced = false;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                boolean user = field.getKey()
                        .toLowerCase(Locale.ROOT)
                        .matches("(assignee|owner|candidateuser|involveduser).*");
                if (user
                        && field.getValue().isTextual()
                        && key.equals(field.getValue().textValue())) {
                    object.put(field.getKey(), former);
                    replaced = true;
                } else if (user && field.getValue() instanceof ArrayNode users) {
                    for (int at = 0; at < users.size(); at++) {
                        if (key.equals(users.get(at).textValue())) {
                            users.set(at, TextNode.valueOf(former));
                            replaced = true;
                        }
                    }
                } else {
                    replaced |= replaceUser(field.getValue(), key, former);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (JsonNode each : array) {
                replaced |= replaceUser(each, key, former);
            }
        }
        return replaced;
    }

    private void forgetInHistory(String key, String former) {
        List<Rewriting> lists = references.rememberedListsOf(LISTS, key).entrySet().stream()
                .map(list -> new Rewriting(
                        list.getKey(), list.getValue(), list.getValue().replace(quoted(key), quoted(former))))
                .toList();
        inHistory("act_ge_bytearray", "bytes_", lists);
        command(history -> {
            for (PersonalTable table : tables) {
                if (table.name().startsWith("act_hi_") || table.name().equals("act_ru_batch")) {
                    table.columns(Holds.KEY)
                            .forEach(column -> history.replaceKey(table.name(), column.name(), key, former));
                }
            }
            history.replaceValue("act_hi_varinst", PERSONS, key, former);
            history.replaceValue("act_hi_detail", PERSONS, key, former);
            history.replaceLogged("ORG_VALUE_", PROPERTIES, key, former);
            history.replaceLogged("NEW_VALUE_", PROPERTIES, key, former);
            history.replaceEvent(key, former);
        });
    }

    private int rewriteBytes(List<Rewriting> rewritings) {
        Map<String, String> running = references.variablesOfBytes(
                rewritings.stream().map(Rewriting::key).toList());
        int written = inHistory(
                "act_ge_bytearray",
                "bytes_",
                rewritings.stream().filter(to -> !running.containsKey(to.key())).toList());
        for (Rewriting to : rewritings) {
            String variable = running.get(to.key());
            if (variable != null) {
                setLocal(variable(variable), to.after());
                written++;
            }
        }
        return written;
    }

    private void rewriteTask(String column, Rewriting to) {
        Task task = tasks.createTaskQuery().taskId(to.key()).singleResult();
        if (column.equals("name_")) {
            task.setName(to.after());
        } else {
            task.setDescription(to.after());
        }
        tasks.saveTask(task);
    }

    private void rewriteFilter(String column, Rewriting to) {
        FilterEntity filter = (FilterEntity) filters.getFilter(to.key());
        switch (column) {
            case "name_" -> filter.setName(to.after());
            case "query_" -> filter.setQueryInternal(to.after());
            default -> filter.setPropertiesInternal(to.after());
        }
        filters.saveFilter(filter);
    }

    private VariableInstance variable(String id) {
        return runtime.createVariableInstanceQuery()
                .variableId(id)
                .disableCustomObjectDeserialization()
                .singleResult();
    }

    private TypedValue typed(VariableInstance variable) {
        return variable.getTaskId() == null
                ? runtime.getVariableLocalTyped(variable.getExecutionId(), variable.getName(), false)
                : tasks.getVariableLocalTyped(variable.getTaskId(), variable.getName(), false);
    }

    private void setLocal(VariableInstance variable, String after) {
        TypedValue before = typed(variable);
        Object value = after;
        if (before instanceof ObjectValue object) {
            value = Variables.serializedObjectValue(after)
                    .serializationDataFormat(object.getSerializationDataFormat())
                    .objectTypeName(object.getObjectTypeName())
                    .create();
        } else if (before instanceof JsonValue) {
            value = SpinValues.jsonValue(after).create();
        } else if (!(before instanceof StringValue)) {
            value = Variables.byteArrayValue(after.getBytes(StandardCharsets.UTF_8));
        }
        if (variable.getTaskId() == null) {
            runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), value);
        } else {
            tasks.setVariableLocal(variable.getTaskId(), variable.getName(), value);
        }
    }

    /** By the engine's own persistence, for its API has nothing that changes what is over. */
    private int inHistory(String table, String column, List<Rewriting> rewritings) {
        boolean bytes = column.equals("bytes_") || column.equals("full_msg_");
        int written = 0;
        List<Rewriting> others = new ArrayList<>();
        for (Charset charset : bytes
                ? List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                : List.of(StandardCharsets.UTF_8)) {
            others.clear();
            for (Rewriting to : rewritings) {
                if (charset.newEncoder().canEncode(to.before())) {
                    others.add(to);
                }
            }
            written += command(history -> others.forEach(to -> history.rewrite(
                    table,
                    column,
                    to.key(),
                    bytes ? to.before().getBytes(charset) : to.before(),
                    bytes ? to.after().getBytes(charset) : to.after())));
        }
        return written;
    }

    private int command(Consumer<HistoryStatements> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            SqlSession session = context.getDbSqlSession().getSqlSession();
            work.accept(session.getMapper(HistoryStatements.class));
            return session.flushStatements().stream()
                    .flatMapToInt(done -> Arrays.stream(done.getUpdateCounts()))
                    .sum();
        });
    }

    private static int each(List<Rewriting> rewritings, Consumer<Rewriting> work) {
        rewritings.forEach(work);
        return rewritings.size();
    }

    private static String quoted(String key) {
        return '"' + key + '"';
    }
}
