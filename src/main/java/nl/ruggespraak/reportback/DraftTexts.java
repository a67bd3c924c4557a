package nl.ruggespraak.reportback;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Words the drafts, in the language of who gets them; the sentences are {@code reportback.draft.*} in {@code messages.properties}. A draft
 * always fits within what may be sent.
 */
@Component
class DraftTexts {

    private static final int LONGEST_LEADS = 2_400;
    private static final int LONGEST_DETAILS = 800;

    private final MessageSource messages;
    private final Catalogue catalogue;
    private final People people;

    DraftTexts(MessageSource messages, Catalogue catalogue, People people) {
        this.messages = messages;
        this.catalogue = catalogue;
        this.people = people;
    }

    /** Reads once what all drafts of a cycle need. */
    Setting setting(Meeting meeting, MeetingCycle cycle, List<Lead> leads) {
        return new Setting(
                meeting,
                people.get(cycle.representative()),
                Boolean.TRUE.equals(cycle.attended()),
                catalogue.occupationNames(keys(leads, Lead::occupation)),
                catalogue.regionNames(keys(leads, Lead::region)),
                people.members(meeting.network(), meeting.day()).stream()
                        .collect(Collectors.toMap(Organisation::key, Organisation::name)));
    }

    /** The answer to an ask: what was found for it, or kindly that there is nothing this time. */
    String answer(Setting setting, JdbcReportBacks.CarriedAsk ask, List<Lead> found) {
        Locale language = ask.language();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(say(language, "greeting", ask.firstName()));
        String meeting = setting.meeting().title();
        if (found.isEmpty()) {
            paragraphs.add(say(language, setting.attended() ? "nothing" : "absent", meeting, ask.title()));
        } else {
            paragraphs.add(say(language, "answer", meeting, ask.title()));
            paragraphs.addAll(leads(setting, language, found));
        }
        paragraphs.add(closing(setting, language));
        return String.join("\n\n", paragraphs);
    }

    /** What a lead that answers no ask means for a colleague. */
    String news(Setting setting, Person colleague, Lead lead) {
        Locale language = colleague.language();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(say(language, "greeting", colleague.firstName()));
        paragraphs.add(say(language, "news", setting.meeting().title()));
        paragraphs.addAll(leads(setting, language, List.of(lead)));
        paragraphs.add(closing(setting, language));
        return String.join("\n\n", paragraphs);
    }

    private List<String> leads(Setting setting, Locale language, List<Lead> leads) {
        List<String> told = new ArrayList<>();
        int length = 0;
        for (Lead lead : leads) {
            String paragraph = lead(setting, language, lead);
            if (!told.isEmpty() && length + paragraph.length() > LONGEST_LEADS) {
                told.add(say(language, "more", leads.size() - told.size()));
                return told;
            }
            told.add(paragraph);
            length += paragraph.length();
        }
        return told;
    }

    private String lead(Setting setting, Locale language, Lead lead) {
        String counterpart =
                lead.organisation() == null ? "" : setting.organisations().getOrDefault(lead.organisation(), "");
        List<String> lines = new ArrayList<>();
        String sentence = "lead." + lead.kind() + (counterpart.isEmpty() ? "" : ".with");
        lines.add(say(language, sentence, withoutStop(lead.title()), counterpart));
        String facts = facts(setting, language, lead);
        if (!facts.isEmpty()) {
            lines.add(facts);
        }
        if (!lead.details().isEmpty()) {
            lines.add(shortened(lead.details()));
        }
        if (lead.kind().asksForAction()) {
            lines.add(action(language, lead, counterpart));
        }
        return String.join("\n", lines);
    }

    /** How many, of what, where and from when, as far as it is known. */
    private String facts(Setting setting, Locale language, Lead lead) {
        List<String> facts = new ArrayList<>();
        if (lead.kind().isAboutStaff()) {
            facts.add(say(language, "headcount", lead.headcount()));
        }
        if (lead.occupation() != null) {
            facts.add(setting.occupations().of(lead.occupation(), language));
        }
        if (lead.region() != null) {
            facts.add(setting.regions().of(lead.region(), language));
        }
        if (lead.startsOn() != null) {
            facts.add(say(language, "from", day(language, lead.startsOn())));
        }
        return String.join(" · ", facts);
    }

    private String action(Locale language, Lead lead, String counterpart) {
        String whom = Stream.of(lead.contact(), counterpart)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return whom.isEmpty()
                ? say(language, "act")
                : say(language, lead.kind().isAboutStaff() ? "act.deal" : "act.call", whom);
    }

    private String closing(Setting setting, Locale language) {
        Person representative = setting.representative();
        String closing = say(language, "closing", representative.name());
        return representative.phone() == null ? closing : closing + "\n" + representative.phone();
    }

    private String say(Locale language, String sentence, Object... arguments) {
        return messages.getMessage("reportback.draft." + sentence, arguments, language);
    }

    private static String day(Locale language, LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }

    /** The sentence around it has a full stop of its own. */
    private static String withoutStop(String title) {
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }

    private static String shortened(String details) {
        return details.length() <= LONGEST_DETAILS ? details : details.substring(0, LONGEST_DETAILS - 1) + "…";
    }

    private static List<String> keys(List<Lead> leads, Function<Lead, @Nullable String> key) {
        return leads.stream().map(key).filter(Objects::nonNull).distinct().toList();
    }

    /** What all drafts of a cycle have in common; names by key. */
    record Setting(
            Meeting meeting,
            Person representative,
            boolean attended,
            CatalogueNames occupations,
            CatalogueNames regions,
            Map<String, String> organisations) {}
}
