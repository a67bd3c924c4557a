package nl.ruggespraak.link;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a feature tells about its form that people fill in by a link. The fields are those of the user task's form in Tasklist. */
public interface LinkedForm {

    Purpose purpose();

    /** Name of the template. */
    String template();

    List<String> fields();

    /** Name of the field that is a list; null when none is. */
    @Nullable
    String list();

    /** The fields in each row of the list. */
    List<String> rowFields();

    /** What the form begins with, when nothing was typed yet. A mail may choose something by the link's query. */
    Typed begin(Map<String, String> query);

    /** What the form begins with, when something was typed before. */
    default Typed reopen(Typed draft, Map<String, String> query) {
        return draft;
    }

    /** What the template shows besides the meeting and the fields. */
    Map<String, Object> content(PersonalLink link, Locale language);

    /** What is offered while somebody types words into a field; nothing where the form offers nothing. */
    default List<String> offered(String field, String words, Locale language) {
        return List.of();
    }

    /** What is sent to the user task, by field: texts, booleans, and rows for the list. */
    Map<String, Object> answer(Typed typed);
}
