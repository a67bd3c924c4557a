package nl.ruggespraak.process.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.ask.AskKind;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.reportback.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people choose from in forms. */
@Component
class Choices {

    private final People people;

    Choices(People people) {
        this.people = people;
    }

    /**
     * All choices, by name.
     *
     * @param meeting whose network's members can be chosen; null for none
     * @param own key of the organisation that is asked, which is no choice itself
     */
    Map<String, List<Choice>> in(@Nullable Meeting meeting, @Nullable String own, Words words) {
        return Map.of(
                "askKinds", labelled("askKind", AskKind.values(), words),
                "leadKinds", labelled("leadKind", LeadKind.values(), words),
                "outcomes", labelled("outcome", Outcome.values(), words),
                "organisations",
                        meeting == null ? List.of() : members(people.members(meeting.network(), meeting.day()), own));
    }

    /** Organisations, without one of them. */
    static List<Choice> members(List<Organisation> members, @Nullable String without) {
        return members.stream()
                .filter(member -> !member.key().equals(without))
                .map(member -> new Choice(member.key(), member.name()))
                .toList();
    }

    private static List<Choice> labelled(String group, Enum<?>[] values, Words words) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), words.of(group, value)))
                .toList();
    }

    /** One of them: what is sent, and what is shown. */
    record Choice(String value, String label) {}
}
