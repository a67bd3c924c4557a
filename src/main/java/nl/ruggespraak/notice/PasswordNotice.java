package nl.ruggespraak.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to people about the password with which they sign in. */
@Service
public class PasswordNotice {

    private final Letters letters;

    PasswordNotice(Letters letters) {
        this.letters = letters;
    }

    /**
     * Invites them to choose one. Nobody gets two of these on a day. Returns the keys of those who get one.
     *
     * @param withOwnAddress those of them who sign in by the mail address, too
     * @param days how long the link works
     */
    @Transactional
    public Set<String> invite(Collection<Person> persons, Set<String> withOwnAddress, LocalDate today, long days) {
        return letters.post(persons.stream()
                .map(person -> letters.begin("password-invitation", today.toString(), person)
                        .subject(person.name())
                        .say("opening")
                        .say(withOwnAddress.contains(person.key()) ? "user" : "userOnly", person.key(), person.email())
                        .choosePassword("choose", "INVITATION")
                        .say("until", days))
                .toList());
    }

    /**
     * Sends them a link, since they have forgotten it.
     *
     * @param asked about when; asked again about then, no other mail leaves
     * @param minutes how long the link works
     */
    @Transactional
    public void forgotten(Collection<Person> persons, Instant asked, long minutes) {
        letters.post(persons.stream()
                .map(person -> letters.begin("password-forgotten", asked.toString(), person)
                        .subject(person.name())
                        .say("opening", person.key())
                        .choosePassword("choose", "FORGOTTEN")
                        .say("until", minutes)
                        .say("notYou"))
                .toList());
    }

    /** Tells somebody that the password is another one now. */
    @Transactional
    public void changed(Person person, Instant at) {
        letters.post(List.of(letters.begin("password-changed", at.toString(), person)
                .subject(person.name())
                .say("opening", person.key())
                .page("signIn", "/sign-in")
                .say("notYou")));
    }
}
