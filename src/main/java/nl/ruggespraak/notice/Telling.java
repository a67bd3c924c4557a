package nl.ruggespraak.notice;

import java.util.ArrayList;
import java.util.List;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.result.Story;
import org.jspecify.annotations.Nullable;

/** Tells stories in the language of a letter: how it began, what came of it, and what it is about. */
final class Telling {

    private Telling() {}

    static List<String> in(Letter letter, List<Story> stories) {
        return stories.stream().map(story -> tell(letter, story)).toList();
    }

    private static String tell(Letter letter, Story story) {
        List<String> sentences = new ArrayList<>();
        sentences.add(beginning(letter, story));
        sentences.add(letter.words(".story.outcome." + story.outcome(), story.people()));
        String about = about(letter, name(letter, story.occupation()), name(letter, story.region()));
        if (about != null) {
            sentences.add(about);
        }
        if (story.ask() != null && story.organisation() != null) {
            sentences.add(letter.words(".story.with", story.organisation()));
        }
        return String.join(" ", sentences);
    }

    private static String beginning(Letter letter, Story story) {
        if (story.ask() != null) {
            return letter.words(".story.ask." + story.ask());
        }
        String other = story.organisation() == null ? letter.words(".story.another") : story.organisation();
        return letter.words((story.deal() ? ".story.deal." : ".story.lead.") + story.lead(), other);
    }

    private static @Nullable String name(Letter letter, CatalogueNames.@Nullable Name name) {
        return name == null ? null : name.in(letter.language());
    }

    private static @Nullable String about(Letter letter, @Nullable String occupation, @Nullable String region) {
        if (occupation == null) {
            return region == null ? null : letter.words(".story.region", region);
        }
        return region == null
                ? letter.words(".story.occupation", occupation)
                : letter.words(".story.occupationAndRegion", occupation, region);
    }
}
