package nl.ruggespraak.process.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a refusal in the language of the person who is refused. */
@Component
class RefusalSentences {

    private final MessageSource messages;
    private final People people;
    private final Locale installation;

    RefusalSentences(MessageSource messages, People people, @Value("${ruggespraak.language:en}") Locale installation) {
        this.messages = messages;
        this.people = people;
        this.installation = installation;
    }

    /** One sentence per problem, in their order, each on one line. */
    List<String> of(Refusal refusal, @Nullable String reader) {
        Locale language = language(reader);
        return refusal.problems().stream()
                .map(problem -> problem.sentenceOfRow(messages, language))
                .toList();
    }

    /** The language of the person; of the installation, when nobody is there. */
    Locale language(@Nullable String reader) {
        return Optional.ofNullable(reader)
                .flatMap(people::find)
                .map(Person::language)
                .orElse(installation);
    }
}
