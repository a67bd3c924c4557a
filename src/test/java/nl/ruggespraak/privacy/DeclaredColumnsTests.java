package nl.ruggespraak.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.personal.Holds;
import nl.ruggespraak.personal.PersonalColumn;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column that can hold words is declared by the feature that owns it; whoever adds one says what it holds of persons. */
@RuggespraakTest
class DeclaredColumnsTests {

    @Autowired
    private List<PersonalData> features;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areThoseOfTheMigratedDatabase() {
        assertThat(names(features.stream()
                        .flatMap(feature -> feature.tables().stream())
                        .collect(Collectors.toList())))
                .as("declare each column that can hold words in a bean PersonalData of the feature that owns its table")
                .isEqualTo(new TreeSet<>(jdbc.sql("""
                        select case when c.table_name like 'act\\_%' then '' else c.table_schema || '.' end
                            || c.table_name || '.' || c.column_name
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                            and c.data_type not in ('integer', 'bigint', 'smallint', 'boolean', 'date', 'timestamp with time zone',
                                'timestamp without time zone', 'double precision', 'numeric', 'real', 'uuid', 'interval')
                        """).query(String.class).list()));
    }

    @Test
    void followWhereTheyReferToAPerson() {
        TreeSet<String> declared = ours().stream()
                .flatMap(table ->
                        table.columns(Holds.REFERENCE).stream().map(column -> table.name() + "." + column.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared)
                .as("a reference to a person needs “on update cascade”, and its declaration")
                .isEqualTo(new TreeSet<>(jdbc.sql("""
                        select n.nspname || '.' || t.relname || '.' || a.attname
                        from pg_constraint c
                        join pg_class t on t.oid = c.conrelid
                        join pg_namespace n on n.oid = t.relnamespace
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
                        where c.contype = 'f' and c.confrelid = 'ruggespraak.person'::regclass and c.confupdtype = 'c'
                        """).query(String.class).list()));
    }

    @Test
    void areTextsWhereNamesAreReplaced() {
        Set<String> texts = Set.copyOf(jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        where data_type in ('text', 'character varying')
                        """).query(String.class).list());
        assertThat(ours().stream()
                        .flatMap(table ->
                                table.columns(Holds.TEXT).stream().map(column -> table.name() + "." + column.name())))
                .isNotEmpty()
                .allMatch(texts::contains);
    }

    @Test
    void areOfTablesThatPeopleHaveAWordFor() {
        assertThat(features.stream()
                        .flatMap(feature -> feature.tables().stream())
                        .filter(table -> table.columns().stream()
                                .anyMatch(column -> column.holds() != Holds.NOTHING && column.holds() != Holds.NAME))
                        .map(PersonalTable::label))
                .allSatisfy(label -> assertThat(List.of(Locale.ENGLISH, Locale.forLanguageTag("nl")))
                        .allSatisfy(
                                language -> assertThat(messages.getMessage("privacy.place." + label, null, language))
                                        .isNotEmpty()));
    }

    @Test
    void sayWhy() {
        assertThat(features.stream()
                        .flatMap(feature -> feature.tables().stream())
                        .flatMap(table -> table.columns().stream())
                        .map(PersonalColumn::why))
                .noneMatch(String::isBlank);
    }

    private List<PersonalTable> ours() {
        return features.stream()
                .flatMap(feature -> feature.tables().stream())
                .filter(table -> table.name().startsWith("ruggespraak."))
                .toList();
    }

    private static TreeSet<String> names(List<PersonalTable> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
