-- Every completion of a task looks for its sub-tasks: without this it scans all open tasks.
create index ruggespraak_task_parent on act_ru_task (parent_task_id_);

-- Acquiring jobs in the order of their due dates, among many that are due later, one at a time per instance.
create index ruggespraak_job_due on act_ru_job (duedate_);
create index ruggespraak_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;

-- These tables fill and empty quickly. Analysed late, they keep plans from when they were empty.
alter table act_ru_execution set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_task set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_variable set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_event_subscr set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_identitylink set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_incident set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
