package nl.ruggespraak.process.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.ruggespraak.personal.PersonalTable;

/** The engine's tables with all of their columns that can hold words, as version 7.24 makes them. */
final class EngineColumns {

    /**
     * A table, what people call it, its columns. {@code !}: the key of a person; {@code ?}: text that may name somebody; {@code ~}: goes with
     * the account. All others hold nothing of persons: ids, keys of models, groups and organisations, constants, names in models, hosts.
     */
    private static final String ALL = """
            act_ge_bytearray variable id_ name_ deployment_id_ ?bytes_ tenant_id_ root_proc_inst_id_
            act_ge_property engine name_ value_
            act_ge_schema_log engine id_ version_
            act_hi_actinst history id_ parent_act_inst_id_ proc_def_key_ proc_def_id_ root_proc_inst_id_ proc_inst_id_ execution_id_ act_id_ task_id_ call_proc_inst_id_ call_case_inst_id_ act_name_ act_type_ !assignee_ tenant_id_
            act_hi_attachment attachment id_ !user_id_ ?name_ ?description_ type_ task_id_ root_proc_inst_id_ proc_inst_id_ ?url_ content_id_ tenant_id_
            act_hi_batch history id_ type_ seed_job_def_id_ monitor_job_def_id_ batch_job_def_id_ tenant_id_ !create_user_id_
            act_hi_caseactinst history id_ parent_act_inst_id_ case_def_id_ case_inst_id_ case_act_id_ task_id_ call_proc_inst_id_ call_case_inst_id_ case_act_name_ case_act_type_ tenant_id_
            act_hi_caseinst history id_ case_inst_id_ business_key_ case_def_id_ !create_user_id_ super_case_instance_id_ super_process_instance_id_ tenant_id_
            act_hi_comment comment id_ type_ !user_id_ task_id_ root_proc_inst_id_ proc_inst_id_ action_ ?message_ ?full_msg_ tenant_id_
            act_hi_dec_in decision id_ dec_inst_id_ clause_id_ clause_name_ var_type_ bytearray_id_ ?text_ ?text2_ tenant_id_ root_proc_inst_id_
            act_hi_dec_out decision id_ dec_inst_id_ clause_id_ clause_name_ rule_id_ var_name_ var_type_ bytearray_id_ ?text_ ?text2_ tenant_id_ root_proc_inst_id_
            act_hi_decinst decision id_ dec_def_id_ dec_def_key_ dec_def_name_ proc_def_key_ proc_def_id_ proc_inst_id_ case_def_key_ case_def_id_ case_inst_id_ act_inst_id_ act_id_ !user_id_ root_dec_inst_id_ root_proc_inst_id_ dec_req_id_ dec_req_key_ tenant_id_
            act_hi_detail variable id_ type_ proc_def_key_ proc_def_id_ root_proc_inst_id_ proc_inst_id_ execution_id_ case_def_key_ case_def_id_ case_inst_id_ case_execution_id_ task_id_ act_inst_id_ var_inst_id_ name_ var_type_ bytearray_id_ ?text_ ?text2_ tenant_id_ operation_id_
            act_hi_ext_task_log fault id_ ext_task_id_ topic_name_ worker_id_ ?error_msg_ error_details_id_ act_id_ act_inst_id_ execution_id_ proc_inst_id_ root_proc_inst_id_ proc_def_id_ proc_def_key_ tenant_id_
            act_hi_identitylink history id_ type_ !user_id_ group_id_ task_id_ root_proc_inst_id_ proc_def_id_ operation_type_ !assigner_id_ proc_def_key_ tenant_id_
            act_hi_incident fault id_ proc_def_key_ proc_def_id_ root_proc_inst_id_ proc_inst_id_ execution_id_ ?incident_msg_ incident_type_ activity_id_ failed_activity_id_ cause_incident_id_ root_cause_incident_id_ configuration_ history_configuration_ tenant_id_ job_def_id_ ?annotation_
            act_hi_job_log fault id_ job_id_ ?job_exception_msg_ job_exception_stack_id_ job_def_id_ job_def_type_ job_def_configuration_ act_id_ failed_act_id_ execution_id_ root_proc_inst_id_ process_instance_id_ process_def_id_ process_def_key_ deployment_id_ tenant_id_ hostname_ batch_id_
            act_hi_op_log operation id_ deployment_id_ proc_def_id_ proc_def_key_ root_proc_inst_id_ proc_inst_id_ execution_id_ case_def_id_ case_inst_id_ case_execution_id_ task_id_ job_id_ job_def_id_ batch_id_ !user_id_ operation_type_ operation_id_ entity_type_ property_ ?org_value_ ?new_value_ tenant_id_ category_ external_task_id_ ?annotation_
            act_hi_procinst history id_ proc_inst_id_ business_key_ proc_def_key_ proc_def_id_ !start_user_id_ start_act_id_ end_act_id_ super_process_instance_id_ root_proc_inst_id_ super_case_instance_id_ case_inst_id_ ?delete_reason_ tenant_id_ state_ restarted_proc_inst_id_
            act_hi_taskinst task id_ task_def_key_ proc_def_key_ proc_def_id_ root_proc_inst_id_ proc_inst_id_ execution_id_ case_def_key_ case_def_id_ case_inst_id_ case_execution_id_ act_inst_id_ ?name_ parent_task_id_ ?description_ !owner_ !assignee_ ?delete_reason_ tenant_id_ task_state_
            act_hi_varinst variable id_ proc_def_key_ proc_def_id_ root_proc_inst_id_ proc_inst_id_ execution_id_ act_inst_id_ case_def_key_ case_def_id_ case_inst_id_ case_execution_id_ task_id_ name_ var_type_ bytearray_id_ ?text_ ?text2_ tenant_id_ state_
            act_id_group engine id_ name_ type_
            act_id_info account id_ ~user_id_ type_ key_ ~value_ ~password_ parent_id_
            act_id_membership account ~user_id_ group_id_
            act_id_tenant engine id_ name_
            act_id_tenant_member account id_ tenant_id_ ~user_id_ group_id_
            act_id_user account ~id_ ~first_ ~last_ ~email_ ~pwd_ ~salt_ picture_id_
            act_re_camformdef engine id_ key_ deployment_id_ resource_name_ tenant_id_
            act_re_case_def engine id_ category_ name_ key_ deployment_id_ resource_name_ dgrm_resource_name_ tenant_id_
            act_re_decision_def engine id_ category_ name_ key_ deployment_id_ resource_name_ dgrm_resource_name_ dec_req_id_ dec_req_key_ tenant_id_ version_tag_
            act_re_decision_req_def engine id_ category_ name_ key_ deployment_id_ resource_name_ dgrm_resource_name_ tenant_id_
            act_re_deployment engine id_ name_ source_ tenant_id_
            act_re_procdef engine id_ category_ name_ key_ deployment_id_ resource_name_ dgrm_resource_name_ tenant_id_ version_tag_
            act_ru_authorization account id_ group_id_ ~user_id_ ~resource_id_ root_proc_inst_id_
            act_ru_batch history id_ type_ seed_job_def_id_ batch_job_def_id_ monitor_job_def_id_ configuration_ tenant_id_ !create_user_id_
            act_ru_case_execution engine id_ case_inst_id_ super_case_exec_ super_exec_ business_key_ parent_id_ case_def_id_ act_id_ tenant_id_
            act_ru_case_sentry_part engine id_ case_inst_id_ case_exec_id_ sentry_id_ type_ source_case_exec_id_ standard_event_ source_ variable_event_ variable_name_ tenant_id_
            act_ru_event_subscr engine id_ event_type_ event_name_ execution_id_ proc_inst_id_ activity_id_ configuration_ tenant_id_
            act_ru_execution engine id_ root_proc_inst_id_ proc_inst_id_ business_key_ parent_id_ proc_def_id_ super_exec_ super_case_exec_ case_inst_id_ act_id_ act_inst_id_ tenant_id_ proc_def_key_
            act_ru_ext_task fault id_ worker_id_ topic_name_ ?error_msg_ error_details_id_ execution_id_ proc_inst_id_ proc_def_id_ proc_def_key_ act_id_ act_inst_id_ tenant_id_ last_failure_log_id_
            act_ru_filter filter id_ resource_type_ ?name_ !owner_ ?query_ ?properties_
            act_ru_identitylink task id_ group_id_ type_ !user_id_ task_id_ proc_def_id_ tenant_id_
            act_ru_incident fault id_ ?incident_msg_ incident_type_ execution_id_ activity_id_ failed_activity_id_ proc_inst_id_ proc_def_id_ cause_incident_id_ root_cause_incident_id_ configuration_ tenant_id_ job_def_id_ ?annotation_
            act_ru_job fault id_ type_ lock_owner_ execution_id_ root_proc_inst_id_ process_instance_id_ process_def_id_ process_def_key_ exception_stack_id_ ?exception_msg_ failed_act_id_ repeat_ handler_type_ handler_cfg_ deployment_id_ job_def_id_ tenant_id_ last_failure_log_id_ batch_id_
            act_ru_jobdef engine id_ proc_def_id_ proc_def_key_ act_id_ job_type_ job_configuration_ tenant_id_ deployment_id_
            act_ru_meter_log engine id_ name_ reporter_
            act_ru_task task id_ execution_id_ proc_inst_id_ proc_def_id_ case_execution_id_ case_inst_id_ case_def_id_ ?name_ parent_task_id_ ?description_ task_def_key_ !owner_ !assignee_ delegation_ tenant_id_ task_state_
            act_ru_task_meter_log engine id_
            act_ru_variable variable id_ type_ name_ execution_id_ proc_inst_id_ proc_def_id_ case_execution_id_ case_inst_id_ task_id_ batch_id_ bytearray_id_ ?text_ ?text2_ var_scope_ tenant_id_
            """;

    /** Whose variable {@code meeting} is the title of a meeting. */
    private static final Set<String> OF_VARIABLES = Set.of("act_ru_variable", "act_hi_varinst", "act_hi_detail");

    private EngineColumns() {}

    static List<PersonalTable> tables() {
        List<PersonalTable> tables = new ArrayList<>();
        ALL.lines().map(line -> line.split(" ")).forEach(words -> {
            PersonalTable table = table(words);
            if (OF_VARIABLES.contains(table.name())) {
                tables.add(table.rows("t.name_ is distinct from 'meeting'"));
                tables.add(table.rows("t.name_ = 'meeting'").ofTitles());
            } else {
                tables.add(table);
            }
        });
        return tables;
    }

    private static PersonalTable table(String[] words) {
        String name = words[0];
        PersonalTable table =
                PersonalTable.of(name).labelled("engine." + words[1]).foundBy("t.id_");
        List<String> plain = new ArrayList<>();
        for (int at = 2; at < words.length; at++) {
            String column = words[at].substring(1);
            switch (words[at].charAt(0)) {
                case '!' -> table = table.keys("replaced exactly, by the engine", column);
                case '?' -> table = table.texts(column);
                case '~' -> table = table.names("the account and its rights are removed", column);
                default -> {
                    plain.add(words[at]);
                    table = table.nothing("an id, a key of a model, a group or an organisation, a constant", words[at]);
                }
            }
        }
        String instance = List.of("proc_inst_id_", "process_instance_id_", "root_proc_inst_id_").stream()
                .filter(plain::contains)
                .findFirst()
                .orElse(null);
        String cycle = instance == null
                ? "null::text"
                : "(select p.business_key_ from act_hi_procinst p where p.proc_inst_id_ = "
                        + (plain.contains("task_id_")
                                ? "coalesce(t." + instance
                                        + ", (select k.proc_inst_id_ from act_hi_taskinst k where k.id_ = t.task_id_))"
                                : "t." + instance)
                        + ")";
        String tenant = plain.contains("tenant_id_") ? "t.tenant_id_" : "null::text";
        PersonalTable placed = table.ofOrganisation(
                        "coalesce(" + tenant + ", nullif(split_part(" + cycle + ", '/', 2), ''))")
                .ofMeeting("split_part(" + cycle + ", '/', 1)");
        return switch (name) {
            case "act_ge_bytearray" -> placed.rows("t.deployment_id_ is null");
            case "act_hi_comment" -> placed.rows("t.type_ = 'comment'");
            case "act_id_membership", "act_id_user", "act_ge_property" -> placed.foundBy("null::text");
            default -> placed;
        };
    }
}
