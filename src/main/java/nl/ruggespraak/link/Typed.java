package nl.ruggespraak.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** What was typed into a form, as it was typed: the plain fields, and row by row those of its list. */
public record Typed(Map<String, String> fields, List<Map<String, String>> rows) {

    private static final JsonMapper JSON = new JsonMapper();

    public Typed {
        fields = Map.copyOf(fields);
        rows = rows.stream().map(Map::copyOf).toList();
    }

    /** Nothing but these plain fields, and one empty row. */
    public static Typed beginning(Map<String, String> fields) {
        return new Typed(fields, List.of(Map.of()));
    }

    /** What was typed into a plain field; empty when nothing was. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return field(name).equals(value);
    }

    /** Without the rows in which nothing was typed. */
    public Typed withoutEmptyRows() {
        return new Typed(
                fields,
                rows.stream()
                        .filter(row -> row.values().stream().anyMatch(value -> !value.isBlank()))
                        .toList());
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Typed of(String json) {
        try {
            return JSON.readValue(json, Typed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be read", e);
        }
    }
}
