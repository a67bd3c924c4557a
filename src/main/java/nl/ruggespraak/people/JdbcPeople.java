package nl.ruggespraak.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople implements People {

    private static final String PERSON = """
            select p.*, array(select distinct r.role from ruggespraak.held_role r where r.person = p.key order by r.role) as roles,
                array(select c.network from ruggespraak.network_chair c where c.person = p.key order by c.network) as leads
            from ruggespraak.person p
            """;

    private final JdbcClient jdbc;

    JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Person> find(String key) {
        return jdbc.sql(PERSON + "where p.key = :key")
                .param("key", key)
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    public Map<String, Person> all(Collection<String> keys) {
        Map<String, Person> found = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(PERSON + "where p.key = any(:keys) order by p.key")
                    .param("keys", keys.toArray(String[]::new))
                    .query(JdbcPeople::person)
                    .list()
                    .forEach(person -> found.put(person.key(), person));
        }
        return found;
    }

    @Override
    public List<Person> of(String organisation, Collection<Role> roles) {
        return jdbc.sql(PERSON + """
                                where p.organisation = :organisation and p.active and exists (
                                    select 1 from ruggespraak.held_role r where r.person = p.key and r.role = any(:roles))
                                order by p.key
                                """)
                .param("organisation", organisation)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<Person> with(Role role) {
        return jdbc.sql(PERSON + """
                                where p.active and exists (
                                    select 1 from ruggespraak.held_role r where r.person = p.key and r.role = :role)
                                order by p.key
                                """)
                .param("role", role.name())
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<Person> chairs(String network) {
        return jdbc.sql(PERSON + """
                                join ruggespraak.network_chair l on l.person = p.key and l.network = :network
                                where p.active order by p.key
                                """)
                .param("network", network)
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<Person> withAddress(String organisation, String email) {
        return jdbc.sql(PERSON + """
                                where p.organisation = :organisation and p.active and lower(p.email) = lower(:email)
                                order by p.key
                                """)
                .param("organisation", organisation)
                .param("email", email)
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<Person> sharing(String name, String email, String phone) {
        return jdbc.sql(PERSON + """
                                where lower(p.first_name || ' ' || p.last_name) = lower(:name)
                                    or p.email <> '' and lower(p.email) = lower(:email) or p.phone <> '' and p.phone = :phone
                                order by p.key
                                """)
                .param("name", name)
                .param("email", email)
                .param("phone", phone)
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public Optional<Person> successor(String key) {
        return jdbc.sql("""
                        select s.key from ruggespraak.person p
                        join ruggespraak.person s on s.active and s.key <> p.key and (s.organisation = p.organisation or s.key = p.deputy)
                        left join ruggespraak.person_role r on r.person = s.key and r.role in ('REPRESENTATIVE', 'MANAGER', 'DIRECTOR')
                        where p.key = :person and (r.role is not null or s.key = p.deputy)
                        order by (s.key = p.deputy) is true desc, array_position(array['REPRESENTATIVE', 'MANAGER', 'DIRECTOR'], r.role), s.key
                        limit 1
                        """).param("person", key).query(String.class).optional().flatMap(this::find);
    }

    @Override
    public List<Person> colleagues(String organisation) {
        return jdbc.sql(PERSON
                        + "where p.organisation = :organisation and p.active order by p.last_name, p.first_name, p.key")
                .param("organisation", organisation)
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<Person> everybody() {
        return jdbc.sql(PERSON + "order by p.key").query(JdbcPeople::person).list();
    }

    @Override
    public Organisation organisation(String key) {
        return jdbc.sql("select key, name from ruggespraak.organisation where key = :key")
                .param("key", key)
                .query(Organisation.class)
                .single();
    }

    @Override
    public List<Organisation> organisations() {
        return jdbc.sql("select key, name from ruggespraak.organisation order by name")
                .query(Organisation.class)
                .list();
    }

    @Override
    public List<Organisation> members(String network) {
        return jdbc.sql("""
                        select o.key, o.name from ruggespraak.membership m join ruggespraak.organisation o on o.key = m.organisation
                        where m.network = :network order by o.name
                        """).param("network", network).query(Organisation.class).list();
    }

    @Override
    public Optional<Network> network(String key) {
        return jdbc.sql("select * from ruggespraak.network where key = :key")
                .param("key", key)
                .query(JdbcPeople::network)
                .optional();
    }

    @Override
    public List<Network> networks() {
        return jdbc.sql("select * from ruggespraak.network order by name")
                .query(JdbcPeople::network)
                .list();
    }

    private static Network network(ResultSet row, int index) throws SQLException {
        return new Network(
                row.getString("key"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getInt("lead_time_days"),
                JdbcDeadlines.deadlines(row));
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new Person(
                row.getString("key"),
                row.getString("organisation"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("deputy"),
                row.getBoolean("active"),
                roles,
                new LinkedHashSet<>(List.of((String[]) row.getArray("leads").getArray())));
    }
}
