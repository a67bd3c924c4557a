package nl.ruggespraak.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the engine's tables with copies of one open process instance, row by row as the engine wrote them, with new ids. */
final class Copies {

    /** In the order of their foreign keys. */
    private static final List<String> TABLES = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst");

    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "task_id_",
            "parent_act_inst_id_",
            "act_inst_id_",
            "var_scope_");

    private Copies() {}

    static void of(JdbcClient jdbc, String businessKey, int copies) {
        String instance =
                jdbc.sql("""
                        select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.business_key_ = :key and d.key_ = 'ask-round'
                        """).param("key", businessKey).query(String.class).single();
        jdbc.sql("""
                        insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)
                        select a.id_ || '-' || n, a.rev_, a.type_, 'colleague-' || (1 + n % 10000), a.resource_type_, a.resource_id_ || '-' || n, a.perms_
                        from act_ru_authorization a, generate_series(1, :copies) n
                        where a.resource_id_ = :instance or a.resource_id_ in (select id_ from act_ru_task where proc_inst_id_ = :instance)
                        """).param("copies", copies).param("instance", instance).update();
        for (String table : TABLES) {
            copy(jdbc, table, instance, copies);
        }
        // So many rows have been there for a while; autovacuum has seen them.
        jdbc.sql("analyze").update();
    }

    private static void copy(JdbcClient jdbc, String table, String instance, int copies) {
        List<String> columns = jdbc.sql("select column_name from information_schema.columns where table_name = :table")
                .param("table", table)
                .query(String.class)
                .list();
        jdbc.sql(
                        "insert into %s (%s) select %s from %s t, generate_series(1, :copies) n where t.proc_inst_id_ = :instance"
                                .formatted(
                                        table,
                                        String.join(", ", columns),
                                        columns.stream().map(Copies::value).collect(Collectors.joining(", ")),
                                        table))
                .param("copies", copies)
                .param("instance", instance)
                .update();
    }

    private static String value(String column) {
        if (IDS.contains(column)) {
            return "right(t." + column + ", 50) || '-' || n"; // null stays null
        }
        return column.equals("assignee_") ? "'colleague-' || (1 + n % 10000)" : "t." + column;
    }
}
