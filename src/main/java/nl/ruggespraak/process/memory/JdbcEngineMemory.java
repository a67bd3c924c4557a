package nl.ruggespraak.process.memory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.privacy.JdbcTextColumns;
import nl.ruggespraak.privacy.JdbcTextColumns.TextColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's tables, as far as they can tell of persons. */
@Repository
class JdbcEngineMemory {

    /** Keys of processes, organisations and groups, and the like: nobody is called by them, and the engine would not find them any more. */
    private static final Set<String> NO_PERSONS = Set.of(
            "tenant_id_",
            "group_id_",
            "business_key_",
            "proc_def_key_",
            "proc_def_id_",
            "key_",
            "act_id_",
            "activity_id_",
            "type_");

    /** Where a name is that of a variable. */
    private static final Set<String> OF_VARIABLES = Set.of(
            "act_ru_variable",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_decin",
            "act_hi_dec_in",
            "act_hi_decout",
            "act_hi_dec_out");

    private final JdbcClient jdbc;
    private final JdbcTextColumns columns;

    JdbcEngineMemory(JdbcClient jdbc, JdbcTextColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** Every column that can tell of a person; models, forms and settings are nobody's. */
    List<TextColumn> ofPersons() {
        return columns.columns("%", "act\\_%").stream()
                .filter(column -> !name(column).matches("act_(re|ge)_.*|act_id_(group|tenant)|act_ru_meter_log")
                        || name(column).equals("act_ge_bytearray"))
                .filter(column -> !NO_PERSONS.contains(column.column()))
                .filter(column -> !(column.column().equals("name_") && OF_VARIABLES.contains(name(column))))
                .map(column ->
                        name(column).equals("act_ge_bytearray") ? column.where("deployment_id_ is null") : column)
                .toList();
    }

    /** Removes comments and attachments of instances with these business keys. */
    void removeRemarks(Collection<String> cycles) {
        String instances = "(select proc_inst_id_ from act_hi_procinst where business_key_ = any(:cycles))";
        remove("delete from act_hi_comment where proc_inst_id_ in " + instances, cycles);
        remove("""
                with removed as (delete from act_hi_attachment where proc_inst_id_ in %s returning content_id_)
                delete from act_ge_bytearray where id_ in (select content_id_ from removed)
                """.formatted(instances), cycles);
    }

    private void remove(String sql, Collection<String> cycles) {
        jdbc.sql(sql).param("cycles", cycles.toArray(String[]::new)).update();
    }

    private static String name(TextColumn column) {
        return column.table().substring(column.table().indexOf('.') + 1);
    }
}
