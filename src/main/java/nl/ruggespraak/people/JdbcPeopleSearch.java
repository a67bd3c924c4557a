package nl.ruggespraak.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds people by what an administrator types. Those who were erased are nobody any more. */
@Repository
class JdbcPeopleSearch {

    private static final int MOST_WORDS = 8;

    private static final String NOT_ERASED = "(p.active or p.email <> '')";

    private final JdbcClient jdbc;

    JdbcPeopleSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonFound> find(PeopleSearch search, int from, int most) {
        Map<String, Object> parameters = new HashMap<>(Map.of("from", from, "most", most));
        return jdbc.sql("""
                        select p.key, p.first_name || ' ' || p.last_name as name, o.name as organisation, p.email, p.email_usable, p.language, p.deputy,
                            p.active, array(select r.name from ruggespraak.held_role r where r.person = p.key order by r.name) as roles
                        from ruggespraak.person p left join ruggespraak.organisation o on o.key = p.organisation
                        where %s order by %s offset :from limit :most
                        """.formatted(where(search, parameters), JdbcNameOrder.of("p")))
                .params(parameters)
                .query((row, index) -> new PersonFound(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getString("email"),
                        row.getBoolean("email_usable"),
                        row.getString("language"),
                        row.getString("deputy"),
                        row.getBoolean("active"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(HeldRole::of)
                                .toList()))
                .list();
    }

    int count(PeopleSearch search) {
        Map<String, Object> parameters = new HashMap<>();
        return jdbc.sql("select count(*) from ruggespraak.person p where " + where(search, parameters))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private String where(PeopleSearch search, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of(NOT_ERASED));
        if (search.part() != null) {
            conditions.add(search.part() ? "p.active" : "not p.active");
        }
        if (search.role() != null) {
            conditions.add("exists (select 1 from ruggespraak.held_role r where r.person = p.key and r.role = :role)");
            parameters.put("role", search.role().name());
        }
        List<String> words = Arrays.stream(search.words().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        for (int place = 0; place < words.size(); place++) {
            String like = "%" + words.get(place).replaceAll("([\\\\%_])", "\\\\$1") + "%";
            conditions.add("""
                    (ruggespraak.person_words(p.first_name, p.last_name, p.key, p.email) like ruggespraak.folded(:word%1$d)
                        or p.organisation = any(:of%1$d))
                    """.formatted(place));
            parameters.put("word" + place, like);
            parameters.put("of" + place, organisations(like));
        }
        return String.join(" and ", conditions);
    }

    private String[] organisations(String like) {
        return jdbc.sql("""
                        select key from ruggespraak.organisation
                        where ruggespraak.folded(name) like ruggespraak.folded(:like) or key like ruggespraak.folded(:like)
                        """).param("like", like).query(String.class).list().toArray(String[]::new);
    }

    /** Others who take part and have the same mail address: each by name and key. */
    List<String> sharing(String person, int most) {
        return jdbc.sql("""
                        select o.first_name || ' ' || o.last_name || ' (' || o.key || ')'
                        from ruggespraak.person p join ruggespraak.person o on lower(o.email) = lower(p.email) and o.key <> p.key and o.active
                        where p.key = :person and p.email <> '' order by o.key limit :most
                        """)
                .param("person", person)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Until the transaction ends nobody else changes the person. */
    void lock(String person) {
        jdbc.sql("select 1 from ruggespraak.person where key = :person for update")
                .param("person", person)
                .query(row -> {});
    }
}
