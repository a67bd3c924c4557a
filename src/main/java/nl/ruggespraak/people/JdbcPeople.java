package nl.ruggespraak.people;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople implements People {

    private static final String PERSON = """
            select p.*, array(select distinct r.role from ruggespraak.held_role r where r.person = p.key order by r.role) as roles,
                array(select c.network from ruggespraak.network_chair c where c.person = p.key order by c.network) as leads
            from ruggespraak.person p
            """;

    /** Of persons {@code p}, each with the role {@code held.role} that puts them on the list, who comes first. {@link People#inTurn} says it in words. */
    private static final String TURN = """
            case when held.role = 'DIRECTOR' then %1$s end nulls first, p.attended_at desc nulls last, %1$s, lower(p.last_name), lower(p.first_name), p.key
            """.formatted(
                    "exists (select 1 from ruggespraak.person o where o.deputy = p.key and o.active and o.key <> p.key)");

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
    public Map<String, List<Person>> inTurn(Collection<String> organisations, List<Role> roles) {
        return jdbc
                .sql(PERSON + """
                        cross join lateral (
                            select r.role, array_position(:roles::text[], r.role) as rank from ruggespraak.person_role r
                            where r.person = p.key and r.role = any(:roles) order by 2 limit 1) held
                        where p.organisation = any(:organisations) and p.active
                        order by held.rank, """ + TURN)
                .param("organisations", organisations.toArray(String[]::new))
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query(JdbcPeople::person)
                .list()
                .stream()
                .collect(Collectors.groupingBy(person -> requireNonNull(person.organisation())));
    }

    @Override
    public Set<String> away(Collection<String> keys, LocalDate day) {
        return Set.copyOf(jdbc.sql(
                        "select key from ruggespraak.person where key = any(:keys) and :day between away_from and away_until")
                .param("keys", keys.toArray(String[]::new))
                .param("day", day)
                .query(String.class)
                .list());
    }

    @Override
    public Optional<String> signsInAs(SignInName name) {
        List<String> found = jdbc.sql("""
                        select key from ruggespraak.person where key = lower(:typed)
                        union all
                        select key from ruggespraak.person
                        where active and lower(email) = any(:addresses) and not exists (select 1 from ruggespraak.person where key = lower(:typed))
                        limit 2
                        """)
                .param("typed", name.typed())
                .param("addresses", name.addresses().toArray(String[]::new))
                .query(String.class)
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public List<Person> called(SignInName name) {
        return jdbc.sql(PERSON + "where p.key = lower(:typed) or lower(p.email) = any(:addresses) order by p.key")
                .param("typed", name.typed())
                .param("addresses", name.addresses().toArray(String[]::new))
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public Set<String> withOwnAddress(Collection<String> keys) {
        return Set.copyOf(jdbc.sql("""
                        select p.key from ruggespraak.person p where p.key = any(:keys) and p.active and p.email <> '' and not exists (
                            select 1 from ruggespraak.person o where o.active and o.key <> p.key and lower(o.email) = lower(p.email))
                        """)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list());
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
    public List<Person> successors(String key, List<Role> roles) {
        return jdbc.sql(PERSON + """
                                join ruggespraak.person former on former.key = :person
                                left join lateral (select r.role, array_position(:roles::text[], r.role) as rank
                                    from ruggespraak.person_role r where r.person = p.key and r.role = any(:roles) order by 2 limit 1) held on true
                                where p.active and p.key <> former.key and p.organisation is not distinct from former.organisation
                                    and (held.role is not null or p.key = former.deputy)
                                order by (p.key = former.deputy) is true desc, held.rank, """ + TURN)
                .param("person", key)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public List<String> formers() {
        return jdbc.sql("select key from ruggespraak.person where not active order by key")
                .query(String.class)
                .list();
    }

    @Override
    public List<Person> colleagues(String organisation) {
        return jdbc.sql(PERSON + "where p.organisation = :organisation and p.active order by " + JdbcNameOrder.of("p"))
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
    public List<Organisation> members(String network, LocalDate day) {
        return jdbc.sql("""
                        select o.key, o.name from ruggespraak.membership m join ruggespraak.organisation o on o.key = m.organisation
                        where m.network = :network and (m.ends_on is null or m.ends_on > :day) order by o.name
                        """)
                .param("network", network)
                .param("day", day)
                .query(Organisation.class)
                .list();
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

    @Override
    public void attended(String person, Instant at) {
        jdbc.sql("update ruggespraak.person set attended_at = greatest(attended_at, :at) where key = :person")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
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
