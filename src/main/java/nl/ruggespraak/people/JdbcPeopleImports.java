package nl.ruggespraak.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.ruggespraak.shared.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files with people, and what they change. A fixed number of statements, however many lines there are. */
@Repository
class JdbcPeopleImports {

    private static final int ROWS_AT_ONCE = 1_000;

    /** Each line with a person beside what is known of that person now. */
    private static final String CHANGE = """
            with change as (
                select l.line, l.person as key, l.first_name || ' ' || l.last_name as name, l.organisation,
                    p.key is null as arrives,
                    coalesce(p.active and not l.active, false) as leaves,
                    array_remove(array[
                        case when p.first_name is distinct from l.first_name then 'first name' end,
                        case when p.last_name is distinct from l.last_name then 'last name' end,
                        case when p.email is distinct from l.email then 'email' end,
                        case when p.phone is distinct from l.phone then 'phone' end,
                        case when p.language is distinct from l.language then 'language' end,
                        case when p.deputy is distinct from l.deputy then 'deputy' end,
                        case when p.active is distinct from l.active then 'active' end], null) as fields,
                    array(select unnest(l.roles) except select name from ruggespraak.held_role where person = l.person order by 1) as granted,
                    array(select name from ruggespraak.held_role where person = l.person except select unnest(l.roles) order by 1) as ended
                from ruggespraak.people_import_line l left join ruggespraak.person p on p.key = l.person
                where l.import = :import and l.person is not null)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Locale language;
    private final Clock clock;

    JdbcPeopleImports(
            JdbcClient jdbc, JdbcTemplate batches, @Value("${ruggespraak.language:en}") Locale language, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.language = language;
        this.clock = clock;
    }

    void forgetUnapplied() {
        jdbc.sql("delete from ruggespraak.people_import where status = 'CHECKED'")
                .update();
    }

    long add(String file, String administrator, Instant now, List<PersonLine> lines) {
        long id = jdbc.sql("""
                        insert into ruggespraak.people_import (file, uploaded_by, uploaded_at, lines)
                        values (:file, :by, :at, :lines) returning id
                        """)
                .param("file", file)
                .param("by", administrator)
                .param("at", Timestamp.from(now))
                .param("lines", lines.size())
                .query(Long.class)
                .single();
        batches.batchUpdate("""
                        insert into ruggespraak.people_import_line (import, line, network, network_name, organisation, organisation_name, person,
                            first_name, last_name, email, phone, language, deputy, roles, active)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, lines, ROWS_AT_ONCE, (row, line) -> fill(row, id, line));
        return id;
    }

    /** After many lines have come: the database plans by how many there are. */
    void analyzeLines() {
        jdbc.sql("analyze ruggespraak.people_import_line").update();
    }

    /** After many people have come. */
    void analyzePeople() {
        jdbc.sql("analyze ruggespraak.person, ruggespraak.person_role, ruggespraak.network_chair")
                .update();
    }

    /** What one line was that nobody sent in as a file. */
    void forget(long id) {
        jdbc.sql("delete from ruggespraak.people_import where id = :id")
                .param("id", id)
                .update();
    }

    private static void fill(PreparedStatement row, long id, PersonLine line) throws SQLException {
        Connection connection = row.getConnection();
        row.setLong(1, id);
        row.setInt(2, line.line());
        row.setString(3, line.network());
        row.setString(4, line.networkName());
        row.setString(5, line.organisation());
        row.setString(6, line.organisationName());
        row.setString(7, line.person());
        row.setString(8, line.firstName());
        row.setString(9, line.lastName());
        row.setString(10, line.email());
        row.setString(11, line.phone());
        row.setString(12, line.language());
        row.setString(13, line.deputy());
        row.setArray(
                14,
                connection.createArrayOf(
                        "text", line.roles().stream().map(HeldRole::name).toArray()));
        row.setObject(15, line.active());
    }

    /** Fills what the file has no column for with what is known, and what a line leaves open with what goes without saying. */
    void keepWhatIsNotSaid(long id, Set<PeopleColumn> columns) {
        jdbc.sql("""
                        update ruggespraak.people_import_line l set
                            phone = case when :phone then l.phone else p.phone end,
                            language = coalesce(l.language, p.language),
                            deputy = case when :deputy then l.deputy else p.deputy end,
                            active = case when :active then coalesce(l.active, true) else p.active end
                        from ruggespraak.person p where l.import = :import and p.key = l.person
                        """)
                .param("phone", columns.contains(PeopleColumn.PHONE))
                .param("deputy", columns.contains(PeopleColumn.DEPUTY))
                .param("active", columns.contains(PeopleColumn.ACTIVE))
                .param("import", id)
                .update();
        jdbc.sql("""
                        update ruggespraak.people_import_line set language = coalesce(language, :language), active = coalesce(active, true)
                        where import = :import and person is not null and (language is null or active is null)
                        """)
                .param("import", id)
                .param("language", language.getLanguage())
                .update();
    }

    void addProblems(long id, List<Problem> problems) {
        batches.batchUpdate(
                "insert into ruggespraak.people_import_problem (import, line, message, arguments) values (?, ?, ?, ?)",
                problems,
                ROWS_AT_ONCE,
                (row, problem) -> {
                    row.setLong(1, id);
                    row.setInt(2, problem.row() == null ? 0 : problem.row());
                    row.setString(3, problem.message());
                    row.setArray(
                            4,
                            row.getConnection()
                                    .createArrayOf(
                                            "text", ImportPeople.words(problem).toArray()));
                });
    }

    /** Keeps which columns are left out with what is wrong, but with no line: it is no fault. */
    void addLeftOut(long id, List<String> headings) {
        jdbc.sql("""
                        insert into ruggespraak.people_import_problem (import, line, message, arguments)
                        values (:import, 0, 'import.leftOut', :headings)
                        """)
                .param("import", id)
                .param("headings", headings.toArray(String[]::new))
                .update();
    }

    /** The headings of the columns that are left out. */
    List<String> leftOut(long id) {
        return jdbc.sql("""
                        select unnest(arguments) from ruggespraak.people_import_problem
                        where import = :import and line = 0 and message = 'import.leftOut'
                        """).param("import", id).query(String.class).list();
    }

    /** Who will have one address with others, of whom the file names at least one, once its lines are applied. */
    List<SharedAddress> sharedAddresses(long id, int most) {
        return jdbc.sql("""
                        with line as (select * from ruggespraak.people_import_line where import = :import and person is not null),
                        have as (
                            select lower(email) as address, email, person, first_name || ' ' || last_name as name, line
                            from line where active and email is not null
                            union all
                            select lower(p.email), p.email, p.key, p.first_name || ' ' || p.last_name, null
                            from ruggespraak.person p where p.active and p.email <> ''
                                and lower(p.email) in (select lower(email) from line where active and email is not null)
                                and p.key not in (select person from line))
                        select (array_agg(email order by line nulls last))[1] as address,
                            array_agg(name || ' (' || person || ')' order by line nulls last, person) as people
                        from have group by have.address having count(distinct person) > 1 order by min(line) limit :most
                        """)
                .param("import", id)
                .param("most", most)
                .query((row, index) -> new SharedAddress(row.getString("address"), List.of((String[])
                        row.getArray("people").getArray())))
                .list();
    }

    /** Finds what is wrong between the lines, and between the lines and what is known. */
    void findProblems(long id) {
        jdbc.sql("""
                        with line as (select * from ruggespraak.people_import_line where import = :import)
                        insert into ruggespraak.people_import_problem (import, line, message, arguments)
                        select :import, found.* from (
                            select l.line, 'refusal.line.twice', array[l.person, l.first::text]
                            from (select line, person, min(line) over (partition by person) as first from line where person is not null) l
                            where l.line > l.first
                            union all
                            select l.line, 'refusal.line.organisationUnknown', array[l.organisation]
                            from line l left join ruggespraak.organisation o on o.key = l.organisation
                            left join (select distinct organisation from line where organisation_name is not null) n on n.organisation = l.organisation
                            where l.organisation is not null and o.key is null and n.organisation is null
                            union all
                            select l.line, 'refusal.line.organisationClosed', array[o.name]
                            from line l join ruggespraak.organisation o on o.key = l.organisation and o.closed_on is not null
                            where l.network is not null or l.active
                            union all
                            select l.line, 'refusal.line.organisationNamedTwice', array[l.organisation, l.first]
                            from (select line, organisation, organisation_name,
                                    first_value(organisation_name) over (partition by organisation order by line) as first
                                from line where organisation is not null and organisation_name is not null) l
                            where l.organisation_name <> l.first
                            union all
                            select l.line, 'refusal.line.networkUnknown', array[l.network]
                            from (select line, network from line
                                union select line, split_part(role, '@', 2) from line cross join unnest(roles) as r (role) where role like 'CHAIR@%') l
                            left join ruggespraak.network k on k.key = l.network
                            left join (select distinct network from line where network_name is not null) n on n.network = l.network
                            where l.network is not null and k.key is null and n.network is null
                            union all
                            select l.line, 'refusal.line.moves', array[l.person, coalesce(p.organisation, '–')]
                            from line l join ruggespraak.person p on p.key = l.person where p.organisation is distinct from l.organisation
                            union all
                            select l.line, 'refusal.line.deputyUnknown', array[l.deputy]
                            from line l left join ruggespraak.person p on p.key = l.deputy and p.organisation is not distinct from l.organisation
                            left join (select distinct person, organisation from line where person is not null) n
                                on n.person = l.deputy and n.organisation is not distinct from l.organisation
                            where l.deputy is not null and p.key is null and n.person is null
                            union all
                            select l.line, 'refusal.line.ownDeputy', array[l.person] from line l where l.deputy = l.person
                            union all
                            select min(l.line), 'refusal.line.noAdministrator', array[]::text[]
                            from line l join ruggespraak.person_role r on r.person = l.person and r.role = 'ADMINISTRATOR'
                            where (not 'ADMINISTRATOR' = any(l.roles) or not l.active)
                                and not exists (select 1 from line k where 'ADMINISTRATOR' = any(k.roles) and k.active)
                                and not exists (
                                    select 1 from ruggespraak.person_role o join ruggespraak.person p on p.key = o.person
                                    left join line k on k.person = o.person
                                    where o.role = 'ADMINISTRATOR' and p.active and k.person is null)
                            having count(*) > 0) found
                        """).param("import", id).update();
    }

    Optional<PeopleImport> find(long id) {
        return jdbc.sql("select * from ruggespraak.people_import where id = :id")
                .param("id", id)
                .query((row, index) -> new PeopleImport(
                        row.getLong("id"),
                        row.getString("file"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        PeopleImport.Status.valueOf(row.getString("status")),
                        row.getInt("lines"),
                        row.getInt("done"),
                        row.getString("failure")))
                .optional();
    }

    ImportPreview preview(long id) {
        return jdbc.sql(CHANGE + """
                        select
                            (select count(distinct line) from ruggespraak.people_import_problem where import = :import and line > 0) as problems,
                            (select count(distinct l.organisation) from ruggespraak.people_import_line l
                                where l.import = :import and l.organisation is not null
                                and not exists (select 1 from ruggespraak.organisation o where o.key = l.organisation)) as new_organisations,
                            (select count(distinct o.key) from ruggespraak.people_import_line l join ruggespraak.organisation o on o.key = l.organisation
                                where l.import = :import and o.name <> l.organisation_name) as renamed_organisations,
                            (select count(distinct (l.network, l.organisation)) from ruggespraak.people_import_line l
                                where l.import = :import and l.network is not null and l.organisation is not null and not exists (
                                    select 1 from ruggespraak.membership m where m.network = l.network and m.organisation = l.organisation
                                        and (m.ends_on is null or m.ends_on > :today))) as new_memberships,
                            count(*) filter (where arrives) as new_persons,
                            count(*) filter (where not arrives and not leaves and cardinality(fields) > 0) as changed_persons,
                            count(*) filter (where leaves) as leaving_persons,
                            coalesce(sum(cardinality(granted)), 0) as roles_granted,
                            coalesce(sum(cardinality(ended)), 0) as roles_ended
                        from change
                        """)
                .param("import", id)
                .param("today", LocalDate.now(clock))
                .query(ImportPreview.class)
                .single();
    }

    List<PeopleChange> changes(long id, int most) {
        return jdbc.sql(CHANGE + """
                        select * from change
                        where arrives or cardinality(fields) > 0 or cardinality(granted) > 0 or cardinality(ended) > 0
                        order by line limit :most
                        """)
                .param("import", id)
                .param("most", most)
                .query((row, index) -> new PeopleChange(
                        row.getInt("line"),
                        row.getBoolean("arrives")
                                ? PeopleChange.Kind.NEW
                                : row.getBoolean("leaves") ? PeopleChange.Kind.LEAVES : PeopleChange.Kind.CHANGED,
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("organisation"),
                        List.of((String[]) row.getArray("fields").getArray()),
                        roles(row, "granted"),
                        roles(row, "ended")))
                .list();
    }

    private static List<HeldRole> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(HeldRole::of)
                .toList();
    }

    List<ImportProblem> problems(long id, int from, int most) {
        return jdbc.sql("""
                        select line, message, arguments from ruggespraak.people_import_problem where import = :import and line > 0
                        order by line, message, arguments offset :from limit :most
                        """)
                .param("import", id)
                .param("from", from)
                .param("most", most)
                .query((row, index) ->
                        new ImportProblem(row.getInt("line"), row.getString("message"), List.of((String[])
                                row.getArray("arguments").getArray())))
                .list();
    }

    boolean isApplying() {
        return jdbc.sql("select exists (select 1 from ruggespraak.people_import where status = 'APPLYING')")
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends nobody else begins. */
    void oneAfterTheOther() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ruggespraak.people_import', 0))")
                .query(row -> {});
    }

    boolean begin(long id) {
        return jdbc.sql(
                                "update ruggespraak.people_import set status = 'APPLYING' where id = :id and status = 'CHECKED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Who takes part now, and no longer when the lines are applied. */
    List<String> leavers(long id) {
        return jdbc.sql(CHANGE + "select key from change where leaves order by key")
                .param("import", id)
                .query(String.class)
                .list();
    }

    /** The roles that end of those who take part still when the lines are applied. */
    Map<String, Set<HeldRole>> rolesEnded(long id) {
        Map<String, Set<HeldRole>> found = new HashMap<>();
        jdbc.sql(CHANGE + "select key, ended from change where not leaves and cardinality(ended) > 0 order by key")
                .param("import", id)
                .query(row -> {
                    found.put(row.getString("key"), new HashSet<>(roles(row, "ended")));
                });
        return found;
    }

    /** Makes the tables as the lines say. */
    void apply(long id) {
        Map<String, Long> parameters = Map.of("import", id);
        jdbc.sql("""
                        insert into ruggespraak.network (key, name)
                        select distinct on (network) network, network_name from ruggespraak.people_import_line
                        where import = :import and network_name is not null and network is not null order by network, line
                        on conflict (key) do nothing
                        """).params(parameters).update();
        jdbc.sql("""
                        insert into ruggespraak.organisation (key, name)
                        select distinct on (organisation) organisation, organisation_name from ruggespraak.people_import_line
                        where import = :import and organisation_name is not null and organisation is not null order by organisation, line
                        on conflict (key) do update set name = excluded.name where organisation.name <> excluded.name
                        """).params(parameters).update();
        jdbc.sql("""
                        insert into ruggespraak.membership (network, organisation)
                        select distinct network, organisation from ruggespraak.people_import_line
                        where import = :import and network is not null and organisation is not null
                        on conflict (network, organisation) do update set ends_on = null where membership.ends_on <= :today
                        """).params(parameters).param("today", LocalDate.now(clock)).update();
        jdbc.sql("""
                        insert into ruggespraak.person as p (key, organisation, first_name, last_name, email, phone, language, deputy, active)
                        select person, organisation, first_name, last_name, email, phone, language, deputy, active
                        from ruggespraak.people_import_line where import = :import and person is not null
                        on conflict (key) do update set first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email,
                            phone = excluded.phone, language = excluded.language, deputy = excluded.deputy, active = excluded.active,
                            email_usable = p.email_usable or p.email <> excluded.email
                        where (p.first_name, p.last_name, p.email, p.phone, p.language, p.deputy, p.active)
                            is distinct from (excluded.first_name, excluded.last_name, excluded.email, excluded.phone, excluded.language,
                                excluded.deputy, excluded.active)
                        """).params(parameters).update();
        jdbc.sql("""
                        delete from ruggespraak.person_role r using ruggespraak.people_import_line l
                        where l.import = :import and r.person = l.person and not r.role = any(l.roles)
                        """).params(parameters).update();
        jdbc.sql("""
                        insert into ruggespraak.person_role (person, role)
                        select l.person, r.role from ruggespraak.people_import_line l cross join unnest(l.roles) as r (role)
                        where l.import = :import and l.person is not null and r.role not like 'CHAIR@%'
                        on conflict do nothing
                        """).params(parameters).update();
        jdbc.sql("""
                        delete from ruggespraak.network_chair c using ruggespraak.people_import_line l
                        where l.import = :import and c.person = l.person and not 'CHAIR@' || c.network = any(l.roles)
                        """).params(parameters).update();
        jdbc.sql("""
                        insert into ruggespraak.network_chair (network, person)
                        select split_part(r.role, '@', 2), l.person from ruggespraak.people_import_line l cross join unnest(l.roles) as r (role)
                        where l.import = :import and l.person is not null and r.role like 'CHAIR@%'
                        on conflict do nothing
                        """).params(parameters).update();
    }

    /**
     * Seen at once by those who wait for the end of the transaction that it tells of. Whatever the file holds, all accounts are
     * looked at: its lines are as far as these are.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void progress(long id, int steps, int of) {
        jdbc.sql("update ruggespraak.people_import set done = lines::bigint * :steps / :of where id = :id")
                .param("steps", steps)
                .param("of", of)
                .param("id", id)
                .update();
    }

    /** Its lines have become people: nobody needs them twice. */
    void finish(long id) {
        forgetLines(id);
        jdbc.sql("update ruggespraak.people_import set status = 'APPLIED' where id = :id")
                .param("id", id)
                .update();
    }

    void fail(long id, String why) {
        jdbc.sql("update ruggespraak.people_import set status = 'FAILED', failure = :why where id = :id")
                .param("why", why)
                .param("id", id)
                .update();
        forgetLines(id);
    }

    void failInterrupted(String why) {
        jdbc.sql("""
                        delete from ruggespraak.people_import_line l using ruggespraak.people_import i
                        where i.id = l.import and i.status = 'APPLYING'
                        """).update();
        jdbc.sql("update ruggespraak.people_import set status = 'FAILED', failure = :why where status = 'APPLYING'")
                .param("why", why)
                .update();
    }

    private void forgetLines(long id) {
        jdbc.sql("delete from ruggespraak.people_import_line where import = :id")
                .param("id", id)
                .update();
    }

    /**
     * Every organisation once for each network that it is a member of, and then all persons but those who were erased, so that each line reads by itself.
     * A chair stands beside the network, unless that would make the chair's own organisation its member; then the role names it.
     */
    Stream<PersonLine> everything() {
        return jdbc.sql("""
                        select n.key as network, n.name as network_name, o.key as organisation, o.name as organisation_name,
                            null as key, null as first_name, null as last_name, null as email, null as phone, null as language, null as deputy,
                            array[]::text[] as roles, null::boolean as active
                        from ruggespraak.organisation o
                        left join ruggespraak.membership m on m.organisation = o.key and (m.ends_on is null or m.ends_on > :today) left join ruggespraak.network n on n.key = m.network
                        union all
                        select (select min(c.network) from ruggespraak.network_chair c
                                left join ruggespraak.membership m on m.network = c.network and m.organisation = p.organisation
                                where c.person = p.key and (p.organisation is null or m.network is not null)),
                            null, p.organisation, null, p.key, p.first_name, p.last_name, p.email, p.phone, p.language, p.deputy,
                            array(select r.name from ruggespraak.held_role r where r.person = p.key order by r.name), p.active
                        from ruggespraak.person p where p.active or p.email <> ''
                        order by key nulls first, organisation, network
                        """).param("today", LocalDate.now(clock)).query(JdbcPeopleImports::line).stream();
    }

    private static PersonLine line(ResultSet row, int index) throws SQLException {
        Set<HeldRole> roles = new TreeSet<>(roles(row, "roles"));
        return new PersonLine(
                index + 2,
                row.getString("network"),
                row.getString("network_name"),
                row.getString("organisation"),
                row.getString("organisation_name"),
                row.getString("key"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                row.getString("deputy"),
                roles,
                (Boolean) row.getObject("active"));
    }
}
