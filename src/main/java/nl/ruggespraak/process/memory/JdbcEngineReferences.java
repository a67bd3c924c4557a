package nl.ruggespraak.process.memory;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads in the engine's tables what its queries do not find: which bytes are whose. */
@Repository
class JdbcEngineReferences {

    private final JdbcClient jdbc;

    JdbcEngineReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The instances with these business keys on which, or on a task of which, somebody remarked or attached something. */
    List<String> instancesWithRemarks(Collection<String> businessKeys) {
        return jdbc.sql("""
                        with instance as (select proc_inst_id_ as id from act_hi_procinst where business_key_ = any(:keys)),
                            place as (
                                select id, id as instance, null as task from instance
                                union all
                                select i.id, null, h.id_ from instance i join act_hi_taskinst h on h.proc_inst_id_ = i.id)
                        select p.id from place p join act_hi_comment c on c.proc_inst_id_ = p.instance
                        union select p.id from place p join act_hi_comment c on c.task_id_ = p.task
                        union select p.id from place p join act_hi_attachment a on a.proc_inst_id_ = p.instance
                        union select p.id from place p join act_hi_attachment a on a.task_id_ = p.task
                        """)
                .param("keys", businessKeys.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The ids of running variables by the ids of their bytes. */
    Map<String, String> variablesOfBytes(Collection<String> bytes) {
        Map<String, String> variables = new HashMap<>();
        jdbc.sql("select bytearray_id_, id_ from act_ru_variable where bytearray_id_ = any(:bytes)")
                .param("bytes", bytes.toArray(String[]::new))
                .query((row, index) -> variables.put(row.getString(1), row.getString(2)))
                .list();
        return variables;
    }

    /** The ids of running variables with these names that list a person. */
    List<String> runningListsOf(Collection<String> names, String person) {
        return jdbc.sql("""
                        select v.id_ from act_ru_variable v join act_ge_bytearray b on b.id_ = v.bytearray_id_
                        where v.name_ = any(:names) and position(convert_to(:person, 'UTF8') in b.bytes_) > 0
                        """)
                .param("names", names.toArray(String[]::new))
                .param("person", '"' + person + '"')
                .query(String.class)
                .list();
    }

    /** The lists with these names that the history remembers of a person, by the ids of their bytes. */
    Map<String, String> rememberedListsOf(Collection<String> names, String person) {
        Map<String, String> lists = new HashMap<>();
        jdbc.sql("""
                        select b.id_, b.bytes_ from act_ge_bytearray b
                        where b.id_ in (
                                select bytearray_id_ from act_hi_varinst where name_ = any(:names)
                                union select bytearray_id_ from act_hi_detail where name_ = any(:names))
                            and position(convert_to(:person, 'UTF8') in b.bytes_) > 0
                        """)
                .param("names", names.toArray(String[]::new))
                .param("person", '"' + person + '"')
                .query((row, index) -> lists.put(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8)))
                .list();
        return lists;
    }
}
