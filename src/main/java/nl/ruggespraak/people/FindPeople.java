package nl.ruggespraak.people;

import java.util.List;
import org.springframework.stereotype.Component;

/** The people that an administrator looks for. */
@Component
public class FindPeople {

    private final JdbcPeopleSearch search;

    FindPeople(JdbcPeopleSearch search) {
        this.search = search;
    }

    /** Those from a place on, in the order of a directory. */
    public List<PersonFound> find(PeopleSearch wanted, int from, int most) {
        return search.find(wanted, from, most);
    }

    /** How many there are. */
    public int count(PeopleSearch wanted) {
        return search.count(wanted);
    }

    /** The first others who take part and have the same mail address: each by name and key. */
    public List<String> sharing(String person, int most) {
        return search.sharing(person, most);
    }
}
