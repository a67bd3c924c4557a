package nl.ruggespraak.process.forms;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a form needs, as JSON.
 *
 * @param task null for a start form
 * @param meeting null for a start form
 * @param undelivered null where everything has arrived, and for those whom it does not concern
 * @param words the words that all forms share, by name
 * @param content what {@link FormContent} tells
 */
record FormView(
        @Nullable TaskView task,
        @Nullable MeetingView meeting,
        @Nullable Named organisation,
        @Nullable AskerView asker,
        @Nullable UndeliveredView undelivered,
        Map<String, List<Choices.Choice>> choices,
        Map<String, String> words,
        Object content) {

    /** The task: {@code due} as a moment, and in words of the network's zone. */
    record TaskView(
            String id,
            String key,
            String name,
            @Nullable Date due,
            @Nullable String dueInWords) {}

    record MeetingView(
            String key,
            String title,
            String network,
            String when,
            String location,
            @Nullable String region,
            @Nullable String host,
            String topic,
            List<String> statements) {}

    /** What of the meeting's mails did not arrive, and where more about it is. */
    record UndeliveredView(String sentence, String address, String more) {}

    record Named(String key, @Nullable String name) {}

    record AskerView(
            String name,
            @Nullable String organisation,
            String email,
            @Nullable String phone) {}
}
