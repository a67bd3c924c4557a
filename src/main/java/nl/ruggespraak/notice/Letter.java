package nl.ruggespraak.notice;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A letter to one person, while it is being written: in the person's language, with dates in the network's zone. What is
 * said here once becomes both the text and the HTML of a mail.
 *
 * <p>A sentence {@code x} of the kind {@code k} is the message {@code notice.k.x}; a name that begins with a dot is one
 * that all kinds share, {@code notice.x}.
 */
final class Letter {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String kind;
    private final String key;
    private final Person to;
    private final @Nullable Meeting meeting;
    private final MessageSource messages;
    private final String url;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable String cycle;
    private @Nullable Person from;
    private String subject = "";
    private boolean greets = true;
    private Mail.@Nullable PersonalPart personal;
    private @Nullable CalendarEntry entry;

    Letter(String kind, String key, Person to, @Nullable Meeting meeting, MessageSource messages, String url) {
        this.kind = kind;
        this.key = key;
        this.to = to;
        this.meeting = meeting;
        this.messages = messages;
        this.url = url;
    }

    /** The cycle that the letter belongs to. */
    Letter of(String cycle) {
        this.cycle = cycle;
        return this;
    }

    /** On whose behalf it is written: answers go there. Nobody writes to himself. */
    Letter from(Person person) {
        this.from = person.key().equals(to.key()) ? null : person;
        return this;
    }

    Letter subject(Object... arguments) {
        this.subject = words("subject", arguments);
        return this;
    }

    Letter say(String sentence, Object... arguments) {
        blocks.add(new Block.Paragraph(words(sentence, arguments)));
        return this;
    }

    Letter heading(String sentence, Object... arguments) {
        blocks.add(new Block.Heading(words(sentence, arguments)));
        return this;
    }

    /** Somebody's own words, unless there are none. */
    Letter quote(Person by, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            String label = by.key().equals(to.key()) ? words(".quoteOwn") : words(".quote", by.name());
            blocks.add(new Block.Quote(label, text.strip()));
        }
        return this;
    }

    /** Somebody's own letter: ours then greets nobody. */
    Letter speak(String text) {
        blocks.add(new Block.Words(text.strip()));
        greets = false;
        return this;
    }

    /** A thing to know, unless there is nothing to say about it. Facts in a row become one table. */
    Letter fact(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            Block.Fact fact =
                    new Block.Fact(words(".fact." + name), value.toString().strip());
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last instanceof Block.Facts table) {
                List<Block.Fact> longer = new ArrayList<>(table.facts());
                longer.add(fact);
                blocks.set(blocks.size() - 1, new Block.Facts(List.copyOf(longer)));
            } else {
                blocks.add(new Block.Facts(List.of(fact)));
            }
        }
        return this;
    }

    /** A list with a heading, unless it is empty. */
    Letter items(String heading, List<String> items) {
        return items.isEmpty() ? this : heading(heading).listed(items);
    }

    /** A list, unless it is empty. */
    Letter listed(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(List.copyOf(items)));
        }
        return this;
    }

    /** A button to the person's task list. */
    Letter action(String label) {
        blocks.add(new Block.Action(words(label), tasklist()));
        return this;
    }

    /** A button to a page of ours. */
    Letter page(String label, String path) {
        blocks.add(new Block.Action(words(label), url + path));
        return this;
    }

    /** A button to one task of the person. */
    Letter action(String label, WaitingTask task, String subject) {
        blocks.add(new Block.Action(words(label), url + task.path(subject)));
        return this;
    }

    /**
     * A button to a page on which the person can do it without signing in, and below it the way to the task.
     *
     * @param subject what it is done for: key of the cycle, or id of the report-back
     * @param choices labels of what can be chosen in the mail already, each with the query that chooses it
     */
    Letter action(String label, Purpose purpose, String subject, Map<String, String> choices) {
        String mark = "personal-link-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
        personal = new Mail.PersonalPart(mark, purpose.name(), List.of(subject));
        blocks.add(new Block.Action(words(label), mark));
        if (!choices.isEmpty()) {
            say(".orChoose");
            blocks.add(new Block.Choices(choices.entrySet().stream()
                    .map(choice -> new Block.Action(choice.getKey(), mark + "?" + choice.getValue()))
                    .toList()));
        }
        blocks.add(new Block.Aside(
                new Block.Action(words(".orSignIn"), url + purpose.task().path(subject))));
        return this;
    }

    /** A button to a page on which the person chooses a password. */
    Letter choosePassword(String label, String purpose) {
        String mark = "personal-link-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
        personal = new Mail.PersonalPart(mark, purpose, List.of(to.key()));
        blocks.add(new Block.Action(words(label), mark));
        return this;
    }

    /**
     * What else waits for the person, each with a link of its own for the purpose of the button above.
     *
     * @param others what is waited for, by subject
     */
    Letter more(String heading, Map<String, String> others) {
        if (personal == null || others.isEmpty()) {
            return this;
        }
        List<String> subjects = new ArrayList<>(personal.subjects());
        List<Block.Action> links = new ArrayList<>();
        others.forEach((subject, what) -> {
            links.add(new Block.Action(what, personal.mark(subjects.size())));
            subjects.add(subject);
        });
        personal = new Mail.PersonalPart(personal.mark(), personal.purpose(), subjects);
        heading(heading);
        blocks.add(new Block.More(List.copyOf(links)));
        return this;
    }

    /**
     * A small link to a page on which the person stops reminders of what the button above is for; mail programs offer the same.
     *
     * @param others subjects of what is stopped with it, if anything
     */
    Letter stop(String label, Collection<String> others) {
        if (personal != null) {
            String address = personal.mark() + Mail.STOP + (others.isEmpty() ? "" : "?and=" + String.join(".", others));
            blocks.add(new Block.Foot(new Block.Action(words(label), address)));
        }
        return this;
    }

    /** With an entry for the person's calendar, if there is one. */
    Letter enclose(@Nullable CalendarEntry entry) {
        this.entry = entry;
        return this;
    }

    /** When and where the meeting is, and what it is about. */
    Letter meeting(Names.Venue venue) {
        return fact("meeting", about().title())
                .fact(
                        "when",
                        words(
                                ".period",
                                moment(about().dates().startsAt()),
                                time(about().dates().endsAt())))
                .fact("where", words(".place", about().location(), venue.region(to.language())))
                .fact("host", venue.host())
                .fact("topic", about().topic());
    }

    /** What was brought back, and from whom. */
    Letter lead(Lead lead, Names.Counterpart counterpart) {
        return fact("lead", lead.title())
                .fact("kind", label("leadKind", lead.kind()))
                .fact("organisation", counterpart.organisation())
                .staff(lead, counterpart)
                .fact("contact", lead.contact())
                .fact("details", lead.details());
    }

    /** What was brought back, for whoever is told elsewhere whom to call. */
    Letter found(Lead lead, Names.Counterpart counterpart) {
        return fact("lead", lead.title())
                .fact("kind", label("leadKind", lead.kind()))
                .staff(lead, counterpart)
                .fact("details", lead.details());
    }

    /** Whom to call about it, as far as that is known. */
    Letter call(Lead lead, Names.Counterpart counterpart) {
        String organisation = counterpart.organisation();
        String who = lead.contact().isBlank() && organisation != null ? organisation : lead.contact();
        if (!who.isBlank()) {
            heading(".call");
            blocks.add(new Block.Call(who.strip(), who.equals(organisation) ? null : organisation));
        }
        return this;
    }

    private Letter staff(Lead lead, Names.Counterpart counterpart) {
        return fact("occupation", counterpart.occupations().of(lead.occupation(), to.language()))
                .fact(
                        "headcount",
                        lead.kind().isAboutStaff() || lead.headcount() > 1 ? words(".people", lead.headcount()) : null)
                .fact("region", counterpart.regions().of(lead.region(), to.language()))
                .fact("startsOn", lead.startsOn() == null ? null : day(lead.startsOn()));
    }

    /** How the person reaches somebody. */
    Letter reach(Person person) {
        if (person.key().equals(to.key())) {
            return this;
        }
        return person.phone() == null || person.phone().isBlank()
                ? say(".reach", person.name(), person.email())
                : say(".reachByPhone", person.name(), person.email(), person.phone());
    }

    /** A message in the person's language. */
    String words(String sentence, Object... arguments) {
        String name = sentence.startsWith(".") ? "notice" + sentence : "notice." + kind + "." + sentence;
        return messages.getMessage(name, arguments, to.language());
    }

    /** What a choice is called in the person's language, e.g. {@code leadKind.STAFF_DEMAND}. */
    String label(String choice, Enum<?> value) {
        return messages.getMessage(choice + "." + value.name(), null, to.language());
    }

    /** A moment in words. */
    String moment(Instant moment) {
        return DateInWords.of(moment, zone(), to.language());
    }

    /** A day in words. */
    String day(LocalDate day) {
        return DateInWords.of(day, to.language());
    }

    /** The day of the meeting, briefly. */
    String meetingDay() {
        return DateInWords.brief(about().dates().startsAt(), zone(), to.language());
    }

    private String tasklist() {
        return url + "/camunda/app/tasklist/default/";
    }

    private String time(Instant moment) {
        return DateInWords.timeOf(moment, zone(), to.language());
    }

    private Meeting about() {
        return Objects.requireNonNull(meeting);
    }

    private ZoneId zone() {
        return about().zone();
    }

    String kind() {
        return kind;
    }

    String key() {
        return key;
    }

    Person to() {
        return to;
    }

    Locale language() {
        return to.language();
    }

    String subject() {
        return subject;
    }

    boolean greets() {
        return greets;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    @Nullable
    String cycle() {
        return cycle;
    }

    Mail.@Nullable PersonalPart personal() {
        return personal;
    }

    @Nullable
    CalendarEntry entry() {
        return entry;
    }

    @Nullable
    Person from() {
        return from;
    }
}
