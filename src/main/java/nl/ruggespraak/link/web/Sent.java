package nl.ruggespraak.link.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.link.LinkedForm;
import nl.ruggespraak.link.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a page sent: what was typed, and which button was pressed.
 *
 * @param row of a button that stands in a row, from 1; 0 for others
 */
record Sent(Typed typed, String button, int row) {

    private static final Pattern IN_ROW = Pattern.compile("([a-z]+)-(\\d{1,6})-([A-Za-z]+)");
    private static final Pattern BUTTON = Pattern.compile("([a-z]+)(?:-(\\d{1,6}))?");

    /** Reads the fields of the form; whatever else was sent is ignored. Rows close ranks. */
    static Sent read(LinkedForm form, HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        TreeMap<Integer, Map<String, String>> rows = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String value = values.length == 0 ? "" : clean(values[0]);
            Matcher inRow = IN_ROW.matcher(name);
            if (form.fields().contains(name)) {
                fields.put(name, value);
            } else if (inRow.matches()
                    && inRow.group(1).equals(form.list())
                    && form.rowFields().contains(inRow.group(3))) {
                rows.computeIfAbsent(Integer.valueOf(inRow.group(2)), row -> new HashMap<>())
                        .put(inRow.group(3), value);
            }
        });
        Matcher button = BUTTON.matcher(Objects.requireNonNullElse(request.getParameter("do"), "keep"));
        boolean known = button.matches();
        return new Sent(
                new Typed(fields, List.copyOf(rows.values())),
                known ? button.group(1) : "keep",
                known ? place(rows, button.group(2)) : 0);
    }

    Typed withAnotherRow() {
        List<Map<String, String>> rows = new ArrayList<>(typed.rows());
        rows.add(Map.of());
        return new Typed(typed.fields(), rows);
    }

    Typed withoutRow() {
        List<Map<String, String>> rows = new ArrayList<>(typed.rows());
        if (row >= 1 && row <= rows.size()) {
            rows.remove(row - 1);
        }
        return new Typed(typed.fields(), rows.isEmpty() ? List.of(Map.of()) : rows);
    }

    /** The place of the row that was sent under this number; 0 when there is none. */
    private static int place(TreeMap<Integer, Map<String, String>> rows, @Nullable String number) {
        if (number == null || !rows.containsKey(Integer.valueOf(number))) {
            return 0;
        }
        return rows.headMap(Integer.valueOf(number), true).size();
    }

    /** Browsers send line breaks as two characters, and the database keeps no zero. */
    private static String clean(String value) {
        return value.replace("\r\n", "\n").replace("\u0000", "");
    }
}
