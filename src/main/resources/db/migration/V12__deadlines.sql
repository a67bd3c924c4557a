-- How much time everything takes is the network's own choice. All in working days, but for the evaluation.
alter table ruggespraak.network
    add column announce_days      integer not null default 1  check (announce_days between 1 and 20),       -- from the task until the standard text goes out
    add column asks_close_days    integer not null default 2  check (asks_close_days between 0 and 60),     -- before the meeting
    add column remind_days        integer not null default 3  check (remind_days between 0 and 60),         -- before the asks close
    add column leads_days         integer not null default 1  check (leads_days between 1 and 20),          -- after the meeting
    add column report_backs_days  integer not null default 1  check (report_backs_days between 1 and 20),   -- after the leads; a day more and the manager hears of it
    add column act_days           integer not null default 5  check (act_days between 1 and 60),            -- after a report-back
    add column decide_days        integer not null default 3  check (decide_days between 1 and 60),         -- for the director; a day more and the deputy decides
    add column inquiry_days       integer not null default 5  check (inquiry_days between 1 and 60),        -- for the department heads
    add column deal_days          integer not null default 10 check (deal_days between 1 and 260),          -- after the decision, or after the inquiry
    add column placements_days    integer not null default 20 check (placements_days between 1 and 520),    -- after the deal
    add column report_period_days integer not null default 10 check (report_period_days between 1 and 120), -- after the meeting, for all organisations to report
    add column publish_days       integer not null default 5  check (publish_days between 1 and 60),        -- after that, for the chair
    add column evaluate_days      integer not null default 30 check (evaluate_days between 1 and 365);      -- calendar days after the meeting

alter table ruggespraak.meeting add column publish_due_at timestamptz;
update ruggespraak.meeting set publish_due_at = report_period_ends_at + interval '7 days';
alter table ruggespraak.meeting alter column publish_due_at set not null;
