package nl.ruggespraak.process.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * The fields that a person submitted, or those of one row of a list. Anybody can send anything over REST, so each is read with suspicion: what cannot be read
 * becomes a {@link Problem} and comes back as nothing. Read all fields first, then {@link #refuseProblems()}.
 */
public final class FormFields {

    /** More rows than this in one list are refused. */
    public static final int MOST_ROWS = 100;

    /** What a plain text variable can hold; the engine's column is that wide. */
    public static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_JSON = 5_000_000;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME = Pattern.compile(DATE + "T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]|\\p{Cs}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonNode UNREADABLE = new POJONode("unreadable");

    private final Function<String, JsonNode> source;
    private final String list;
    private final int row;
    private final List<Problem> problems;

    private FormFields(Function<String, JsonNode> source, String list, int row, List<Problem> problems) {
        this.source = source;
        this.list = list;
        this.row = row;
        this.problems = problems;
    }

    /** The fields that were submitted to this task, or with which this process was started. */
    public static FormFields of(VariableScope scope) {
        return new FormFields(field -> node(scope.getVariableTyped(field, false)), "", 0, new ArrayList<>());
    }

    /** The number of this row in its list, from 1; 0 for the form itself. */
    public int row() {
        return row;
    }

    /** Whether anything at all was sent for this field. */
    public boolean isGiven(String field) {
        return !isNothing(read(field));
    }

    /** A text without surrounding white space, lines parted by {@code \n}; empty when there is none. */
    public String text(String field) {
        JsonNode node = read(field);
        if (isNothing(node)) {
            return "";
        }
        if (!node.isTextual()) {
            refuse(field, "refusal.text.notText");
            return "";
        }
        String text = node.textValue();
        if (text.length() > LONGEST_TEXT) {
            refuse(field, "refusal.text.tooLong", LONGEST_TEXT);
            return "";
        }
        return CONTROLS.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
    }

    /** Yes or no; no when nothing was said. */
    public boolean flag(String field) {
        JsonNode node = read(field);
        if (isNothing(node)) {
            return false;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        String text = node.asText();
        if (!text.equals("true") && !text.equals("false")) {
            refuse(field, "refusal.flag.notYesOrNo");
        }
        return text.equals("true");
    }

    /** A whole number, or the id of something that the form showed; null when there is none. */
    public @Nullable Long wholeNumber(String field) {
        JsonNode node = read(field);
        if (isNothing(node)) {
            return null;
        }
        if (node.canConvertToLong() && node.canConvertToExactIntegral()) {
            return node.longValue();
        }
        if (node.isIntegralNumber()
                || node.isTextual() && NUMBER.matcher(node.textValue().strip()).matches()) {
            try {
                return Long.valueOf(node.asText().strip());
            } catch (NumberFormatException e) {
                refuse(field, "refusal.number.tooLarge");
                return null;
            }
        }
        refuse(field, "refusal.number.notWhole");
        return null;
    }

    /** A date, sent as {@code 2026-12-31}; null when there is none. */
    public @Nullable LocalDate date(String field) {
        String text = pattern(field, DATE, "refusal.date.notADate");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            refuse(field, "refusal.date.notADate");
            return null;
        }
    }

    /** A date and time in the network's zone, sent as {@code 2026-12-31T15:00}; null when there is none. */
    public @Nullable LocalDateTime dateTime(String field) {
        String text = pattern(field, DATE_TIME, "refusal.dateTime.notADateTime");
        try {
            return text == null ? null : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            refuse(field, "refusal.dateTime.notADateTime");
            return null;
        }
    }

    /** One of an enumeration's names; null when there is none. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> choices) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        refuse(field, "refusal.choice.unknown", text.length() <= 60 ? text : text.substring(0, 60) + "…");
        return null;
    }

    /** A list of rows, each with fields of its own; fields that nobody reads are ignored. */
    public List<FormFields> rows(String field) {
        return rows(field, MOST_ROWS);
    }

    /** A list of at most so many rows, for a list that the form itself filled. */
    public List<FormFields> rows(String field, int most) {
        List<FormFields> rows = new ArrayList<>();
        for (JsonNode node : elements(field, most)) {
            int number = rows.size() + 1;
            if (!node.isObject()) {
                problems.add(Problem.inRow(field, number, "refusal.list.notARow"));
            }
            rows.add(new FormFields(node::path, field, number, problems));
        }
        return rows;
    }

    /** A key of something that the form let choose; null when nothing was chosen. */
    public @Nullable String key(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    /** A list of texts, those left empty taken out. */
    public List<String> texts(String field) {
        return texts(field, MOST_ROWS);
    }

    /** A list of at most so many texts, those left empty taken out. */
    public List<String> texts(String field, int most) {
        return values(field, most).stream()
                .map(value -> value.text(field))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A list of ids. */
    public List<Long> ids(String field) {
        return ids(field, MOST_ROWS);
    }

    /** A list of at most so many ids. */
    public List<Long> ids(String field, int most) {
        return values(field, most).stream()
                .map(value -> value.wholeNumber(field))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Refuses the form when something in it, rows included, could not be read. */
    public void refuseProblems() {
        Refusal.ifAny(problems);
    }

    private List<FormFields> values(String field, int most) {
        List<FormFields> values = new ArrayList<>();
        for (JsonNode node : elements(field, most)) {
            values.add(new FormFields(name -> node, field, values.size() + 1, problems));
        }
        return values;
    }

    private Iterable<JsonNode> elements(String field, int most) {
        JsonNode node = read(field);
        if (node.isTextual() && !isNothing(node)) {
            node = parsed(node.textValue());
        }
        if (isNothing(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            refuse(field, node == UNREADABLE ? "refusal.list.unreadable" : "refusal.list.notAList");
            return List.of();
        }
        if (node.size() > most) {
            refuse(field, "refusal.list.tooLong", most, node.size());
            return List.of();
        }
        return node;
    }

    private @Nullable String pattern(String field, Pattern pattern, String otherwise) {
        JsonNode node = read(field);
        if (isNothing(node)) {
            return null;
        }
        String text = node.asText().strip();
        if (!node.isTextual() || !pattern.matcher(text).matches()) {
            refuse(field, otherwise);
            return null;
        }
        return text;
    }

    private JsonNode read(String field) {
        JsonNode node = source.apply(field);
        if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            refuse(field, "refusal.text.unreadable");
            return NullNode.instance;
        }
        return node;
    }

    private void refuse(String field, String message, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = new DefaultMessageSourceResolvable(new String[] {"field." + field}, field);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        problems.add(row == 0 ? Problem.of(field, message, all) : Problem.inRow(list, row, message, all));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull()
                || node.isMissingNode()
                || node.isTextual() && node.textValue().isBlank();
    }

    /** The value as it was sent: what is serialised is parsed as JSON and never made into a Java object. */
    private static JsonNode node(@Nullable TypedValue value) {
        if (value == null) {
            return NullNode.instance;
        }
        if (value instanceof SerializableValue serializable && !serializable.isDeserialized()) {
            String json = serializable.getValueSerialized();
            return json == null ? NullNode.instance : parsed(json);
        }
        Object object = value.getValue();
        if (object instanceof SpinJsonNode json) {
            return parsed(json.toString());
        }
        return object instanceof String || object instanceof Number || object instanceof Boolean
                ? JSON.valueToTree(object)
                : object == null ? NullNode.instance : UNREADABLE;
    }

    private static JsonNode parsed(String json) {
        if (json.length() > LONGEST_JSON) {
            return UNREADABLE;
        }
        try {
            JsonNode node = JSON.readTree(json);
            return node.isMissingNode() ? NullNode.instance : node;
        } catch (JsonProcessingException e) {
            return UNREADABLE;
        }
    }
}
