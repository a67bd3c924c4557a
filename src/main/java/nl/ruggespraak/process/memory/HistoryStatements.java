package nl.ruggespraak.process.memory;

import java.util.Collection;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

/**
 * What the engine cannot be asked for by its API: no call changes who did a task that is over, a remark on it, or the message of a failure.
 * The engine runs these itself, in a command, with its own session and table prefix. Tables and columns are those of
 * {@link EngineColumns}, never what somebody typed.
 */
interface HistoryStatements {

    @Update("update ${prefix}${table} set ${column} = #{former} where ${column} = #{key}")
    int replaceKey(
            @Param("table") String table,
            @Param("column") String column,
            @Param("key") String key,
            @Param("former") String former);

    /** The value of a variable that names a person, in what it was and what it became. */
    @Update("""
            <script>update ${prefix}${table} set TEXT_ = #{former} where TEXT_ = #{key} and NAME_ in
            <foreach collection="names" item="name" open="(" separator="," close=")">#{name}</foreach></script>
            """)
    int replaceValue(
            @Param("table") String table,
            @Param("names") Collection<String> names,
            @Param("key") String key,
            @Param("former") String former);

    /** A change of who a task, a right or an account was for, as the log of operations keeps it. */
    @Update("""
            <script>update ${prefix}ACT_HI_OP_LOG o set ${column} = #{former} where ${column} = #{key}
            and (OPERATION_TYPE_ in ('AddUserLink', 'DeleteUserLink') or PROPERTY_ in
            <foreach collection="properties" item="property" open="(" separator="," close=")">#{property}</foreach>
            or PROPERTY_ = 'resourceId' and exists (select 1 from ${prefix}ACT_HI_OP_LOG r
                where r.OPERATION_ID_ = o.OPERATION_ID_ and r.PROPERTY_ = 'resource' and r.NEW_VALUE_ = 'User'))</script>
            """)
    int replaceLogged(
            @Param("column") String column,
            @Param("properties") Collection<String> properties,
            @Param("key") String key,
            @Param("former") String former);

    /** An event of a task: {@code key_|_assignee}. */
    @Update("""
            update ${prefix}ACT_HI_COMMENT set MESSAGE_ = #{former} || substr(MESSAGE_, length(#{key}) + 1)
            where TYPE_ = 'event' and ACTION_ in ('AddUserLink', 'DeleteUserLink')
                and substr(MESSAGE_, 1, length(#{key}) + 3) = #{key} || '_|_'
            """)
    int replaceEvent(@Param("key") String key, @Param("former") String former);

    @Update("update ${prefix}${table} set ${column} = #{after} where ID_ = #{id} and ${column} = #{before}")
    int rewrite(
            @Param("table") String table,
            @Param("column") String column,
            @Param("id") String id,
            @Param("before") Object before,
            @Param("after") Object after);
}
