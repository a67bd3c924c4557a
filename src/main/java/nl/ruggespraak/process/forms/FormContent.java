package nl.ruggespraak.process.forms;

import org.jspecify.annotations.Nullable;

/** What one form shows beyond what all forms show. */
interface FormContent {

    /** Id of the user task in its model, e.g. {@code userTask_giveAsks}. */
    String task();

    /** Key of the person who asks for it; null when nobody in particular does. */
    @Nullable
    String asker(OpenTask task);

    /** What the form shows, as the page's script reads it: texts in the reader's language, dates in words. */
    Object content(OpenTask task);
}
