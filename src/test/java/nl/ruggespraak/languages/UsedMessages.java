package nl.ruggespraak.languages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ruggespraak.ask.AnnounceMeeting;
import nl.ruggespraak.escalation.Decision;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.Standing;
import nl.ruggespraak.reportback.Outcome;
import nl.ruggespraak.shared.Languages;

/**
 * The keys of the sentences that the code, the templates, the forms and their scripts use, each with the place of its use. A key is
 * written out, or it is put together, and then its parts are found where it is put together.
 */
final class UsedMessages {

    private static final Pattern WHOLE = Pattern.compile("[\"']([a-zA-Z][\\w-]*(?:\\.[\\w-]+)+)[\"']");
    private static final Pattern MARKED = Pattern.compile("(?:#\\{|')([a-zA-Z][\\w-]*(?:\\.[\\w-]+)+)['}(]");
    private static final Pattern SETUP_SENTENCE = Pattern.compile("\"setup\\.(\\w+)\\.\\w+\"");
    private static final Pattern REFUSED = Pattern.compile(
            "require\\([^;]*?,\\s*\"(\\w+)\",\\s*(?:[^;\"]*\\?\\s*)?\"(\\w+)\"(?:\\s*:\\s*\"(\\w+)\")?");
    private static final Pattern CHECKED = Pattern.compile(
            "\\b(?:checks|plain|row|form|plain\\(\\)|row\\([^;()]*(?:\\([^()]*\\)[^;()]*)*\\))\\s*\\.(text|optionalText|number|day)\\(\\s*\"(\\w+)\"");
    private static final Map<String, List<String>> CHECKS = Map.of(
            "text", List.of("missing", "tooLong"),
            "optionalText", List.of("tooLong"),
            "number", List.of("outOfRange"),
            "day", List.of("past", "tooFar"));
    private static final Pattern FIELD = Pattern.compile(
            "\\.(?:text|flag|wholeNumber|date|dateTime|choice|rows|key|texts|ids|isGiven)\\(\"(\\w+)\"");
    private static final Pattern LETTER = Pattern.compile("\\b(?:begin|remind)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:say|heading|items|action|page|choosePassword|words|more|stop)\\(\\s*\"(\\.?[\\w-]+(?:\\.[\\w-]+)*)\"");
    private static final Pattern SAID_EITHER =
            Pattern.compile("\\.(?:say|stop)\\([^;\"]*\\?\\s*\"([\\w.]+)\"\\s*:\\s*\"([\\w.]+)\"");
    private static final Pattern FACT = Pattern.compile("\\bfact\\(\\s*\"(\\w+)\"");

    /** Where constants name a sentence: what comes before and after the constant's name. */
    private static final Map<String, List<String>> OF_CONSTANTS = new LinkedHashMap<>();

    static {
        OF_CONSTANTS.put("nl.ruggespraak.ask.AskKind", List.of("askKind.*", "notice.story.ask.*"));
        OF_CONSTANTS.put(
                "nl.ruggespraak.lead.LeadKind",
                List.of(
                        "leadKind.*",
                        "reportback.draft.lead.*",
                        "reportback.draft.lead.*.with",
                        "notice.story.deal.*",
                        "notice.story.lead.*"));
        OF_CONSTANTS.put("nl.ruggespraak.reportback.Outcome", List.of("outcome.*"));
        OF_CONSTANTS.put("nl.ruggespraak.ask.NudgeRefusal", List.of("nudge.refused.*", "nudge.status.*"));
        OF_CONSTANTS.put("nl.ruggespraak.mail.MailStatus", List.of("mailStatus.*"));
        OF_CONSTANTS.put(
                "nl.ruggespraak.matching.CatalogueKind",
                List.of(
                        "catalogue.add.*",
                        "catalogue.entry.*",
                        "catalogue.export.*",
                        "catalogue.kind.*",
                        "catalogue.what.*"));
        OF_CONSTANTS.put("nl.ruggespraak.people.Role", List.of("role.*", "group.*"));
        OF_CONSTANTS.put("nl.ruggespraak.people.Duty$Kind", List.of("notice.duty.*", "people.duty.*"));
        OF_CONSTANTS.put("nl.ruggespraak.escalation.EscalationHandover$Why", List.of("notice.handover.opening.*"));
        OF_CONSTANTS.put("nl.ruggespraak.people.Deadline", List.of("deadline.*"));
        OF_CONSTANTS.put("nl.ruggespraak.shared.AddressFault", List.of("refusal.address.*"));
        OF_CONSTANTS.put("nl.ruggespraak.privacy.Doubt", List.of("privacy.doubt.*"));
        OF_CONSTANTS.put("nl.ruggespraak.setup.SetupLine$State", List.of("setup.state.*"));
        OF_CONSTANTS.put("nl.ruggespraak.audit.Action", List.of("audit.action.*"));
        OF_CONSTANTS.put("nl.ruggespraak.meeting.CycleStatus", List.of("form.cycleStatus.*"));
        OF_CONSTANTS.put("nl.ruggespraak.meeting.MeetingStatus", List.of("meetings.status.*"));
        OF_CONSTANTS.put("nl.ruggespraak.meeting.web.PlannedDate$Kind", List.of("meetings.date.*"));
        OF_CONSTANTS.put("nl.ruggespraak.ask.web.MyAsks$Standing", List.of("asks.standing.*"));
        OF_CONSTANTS.put("nl.ruggespraak.site.RefusedElsewhere$Reason", List.of("site.signIn.elsewhere.*"));
    }

    private final Map<String, String> places = new TreeMap<>();

    private final Set<String> messages;

    private UsedMessages(Set<String> messages) {
        this.messages = messages;
    }

    static UsedMessages everywhere(Set<String> messages) {
        UsedMessages used = new UsedMessages(messages);
        Sources.in(Sources.JAVA, ".java").forEach((file, text) -> used.inJava(file.toString(), text));
        Sources.in(Sources.TEMPLATES, ".html").forEach((file, text) -> used.marked(file.toString(), text));
        Sources.in(Sources.TEMPLATES, ".txt").forEach((file, text) -> used.marked(file.toString(), text));
        Sources.in(Sources.FORMS, ".html").forEach((file, text) -> used.marked(file.toString(), text));
        used.putTogether();
        return used;
    }

    /** What a piece of Java uses. */
    static UsedMessages of(String place, String java) {
        UsedMessages used = new UsedMessages(Set.of());
        used.inJava(place, java);
        return used;
    }

    Set<String> keys() {
        return places.keySet();
    }

    String place(String key) {
        return places.getOrDefault(key, "nowhere");
    }

    private void inJava(String place, String java) {
        whole(place, java);
        String code = java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*", "");
        each(REFUSED, code, found -> {
            use(place, "refusal." + found.group(1) + "." + found.group(2));
            if (found.group(3) != null) {
                use(place, "refusal." + found.group(1) + "." + found.group(3));
            }
        });
        if (java.contains("new SetupLine(")) {
            each(
                    SETUP_SENTENCE,
                    code,
                    found -> List.of("setup.title.", "setup.open.", "setup.press.").stream()
                            .map(beginning -> beginning + found.group(1))
                            .filter(messages::contains)
                            .forEach(key -> use(place, key)));
        }
        if (java.contains("FormFields")) {
            each(FIELD, code, found -> use(place, "field." + found.group(1)));
        } else {
            each(
                    CHECKED,
                    code,
                    found -> CHECKS.getOrDefault(found.group(1), List.of())
                            .forEach(what -> use(place, "refusal." + found.group(2) + "." + what)));
        }
        if (place.contains("/notice/")) {
            letters(place, code);
        }
        if (place.endsWith("DraftTexts.java")) {
            words(code, "say\\(language,\\s*\"(\\w+(?:\\.\\w+)*)\"")
                    .forEach(word -> use(place, "reportback.draft." + word));
            words(code, "say\\(language, [^;]*?\\? \"([\\w.]+)\"")
                    .forEach(word -> use(place, "reportback.draft." + word));
            words(code, "say\\(language, [^;]*?\\? \"[\\w.]+\" : \"([\\w.]+)\"")
                    .forEach(word -> use(place, "reportback.draft." + word));
        }
        if (place.endsWith("PeopleCsv.java")) {
            words(code, "require\\([^;]*?,\\s*\"(\\w+)\"").forEach(word -> use(place, "refusal.line." + word));
        }
        if (place.endsWith("TasklistFilters.java")) {
            words(code, "make\\(\\d, \"(\\w+)\"").forEach(filter -> {
                use(place, "filter." + filter + ".name");
                use(place, "filter." + filter + ".text");
            });
            words(code, "text\\(\"column\", \"(\\w+)\"").forEach(column -> use(place, "filter.column." + column));
        }
        if (place.endsWith("LandingPage.java")) {
            words(code, "new Place\\(\"(\\w+)\"").forEach(name -> {
                use(place, "site.place." + name + ".title");
                use(place, "site.place." + name + ".text");
            });
        }
        if (place.endsWith("ErrorPage.java")) {
            words(code, "(?:->|[?:]) \"(\\w+)\"").forEach(kind -> {
                use(place, "site.error." + kind + ".title");
                use(place, "site.error." + kind + ".text");
            });
        }
        if (place.endsWith("OpenForm.java")) {
            words(code, "\"(\\w+)\"[,)]").forEach(word -> use(place, "form.words." + word));
        }
        if (java.contains("PersonalTable")) {
            Stream.concat(
                            words(java, "\"ruggespraak\\.(\\w+)\"").stream(),
                            words(java, "(?m)^ *act_\\w+ (\\w+) ").stream().map(label -> "engine." + label))
                    .map(label -> "privacy.place." + label)
                    .filter(messages::contains)
                    .forEach(key -> use(place, key));
        }
        if (place.endsWith("ErasePages.java")) {
            words(code, "\"(candidate|colleague)\"").forEach(kind -> use(place, "privacy.erase." + kind + ".means"));
        }
    }

    private void letters(String place, String code) {
        Set<String> kinds = words(code, LETTER.pattern());
        Set<String> sentences = words(code, SAID.pattern());
        each(SAID_EITHER, code, found -> sentences.addAll(List.of(found.group(1), found.group(2))));
        if (code.contains(".subject(") && !place.endsWith("Letters.java")) {
            sentences.add("subject");
        }
        for (String sentence : sentences) {
            if (sentence.startsWith(".")) {
                use(place, "notice" + sentence);
            } else {
                // A class that writes two kinds of letters says each sentence in one of them.
                List<String> keys = kinds.stream()
                        .map(kind -> "notice." + kind + "." + sentence)
                        .toList();
                List<String> known = keys.stream().filter(messages::contains).toList();
                (known.isEmpty() ? keys : known).forEach(key -> use(place, key));
            }
        }
        each(FACT, code, found -> use(place, "notice.fact." + found.group(1)));
    }

    private void putTogether() {
        Languages.SPOKEN.forEach(language -> use("person.html", "people.language." + language.getLanguage()));
        AnnounceMeeting.USUALLY_ASKED.forEach(role -> use("AnnounceMeetingForm", "form.role." + role));
        Arrays.stream(Decision.values()).forEach(decision -> use("Decision", "form.decided." + decision.key()));
        constants("nl.ruggespraak.escalation.EscalationStatus")
                .filter(status -> messages.contains("notice.handover.stands." + status))
                .forEach(status -> use("HandoverNotice", "notice.handover.stands." + status));
        constants("nl.ruggespraak.people.PeopleImport$Status")
                .filter(status -> !status.equals("CHECKED"))
                .forEach(status -> use("import-progress.html", "import.status." + status));
        constants("nl.ruggespraak.people.PeopleChange$Kind")
                .filter(kind -> !kind.equals("CHANGED"))
                .forEach(kind -> use("import-checked.html", "import.kind." + kind));
        Arrays.stream(Standing.values())
                .filter(standing -> standing != Standing.OPEN)
                .forEach(standing -> {
                    use("closed.html", "link." + standing + ".title");
                    Arrays.stream(Purpose.values())
                            .filter(purpose -> standing != Standing.LATER || purpose == Purpose.ACT_ON_REPORT_BACK)
                            .map(purpose -> "link." + standing + "." + purpose)
                            .forEach(key ->
                                    List.of("", ".undated", ".next").forEach(part -> use("closed.html", key + part)));
                });
        Stream.of(Outcome.PLACED, Outcome.SECONDED, Outcome.WORK_EXPERIENCE, Outcome.TALK_HELD)
                .forEach(outcome -> use("Telling", "notice.story.outcome." + outcome));
        Stream.of(Purpose.GIVE_ASKS.name(), Purpose.ACT_ON_REPORT_BACK.name(), Purpose.ACT_ON_REPORT_BACK + ".several")
                .forEach(of -> List.of("", ".stop", ".stopped")
                        .forEach(part -> use("reminders.html", "link.reminders." + of + part)));
        OF_CONSTANTS.forEach((type, patterns) ->
                constants(type).forEach(name -> patterns.forEach(pattern -> use(type, pattern.replace("*", name)))));
    }

    private void whole(String place, String text) {
        each(WHOLE, text, found -> use(place, found.group(1)));
    }

    /** In markup a quoted attribute may look like a key. */
    private void marked(String place, String text) {
        each(MARKED, text, found -> use(place, found.group(1)));
    }

    private void use(String place, String key) {
        places.putIfAbsent(key, place);
    }

    static Stream<String> constants(String type) {
        try {
            Object[] constants = Class.forName(type).getEnumConstants();
            return Arrays.stream(constants).map(constant -> ((Enum<?>) constant).name());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> words(String text, String pattern) {
        Set<String> words = new TreeSet<>();
        each(Pattern.compile(pattern), text, found -> words.add(found.group(1)));
        return words;
    }

    private static void each(Pattern pattern, String text, Consumer<Matcher> use) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            use.accept(found);
        }
    }
}
