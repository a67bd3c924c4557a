-- One personal answer. A carried ask has exactly one; a lead that answers no ask has one for each colleague whom it concerns.
create table report_back (
    id              bigint generated always as identity primary key,
    cycle           text not null references meeting_cycle,
    recipient       text not null references person,
    ask             bigint unique references ask,
    lead            bigint references lead,
    text            text not null,
    asks_for_action boolean not null,
    status          text not null default 'DRAFTED'
        check (status in ('DRAFTED', 'WITHHELD', 'APPROVED', 'STARTED', 'SENT', 'OUTCOME_KNOWN')),
    next_step_on    date,
    sent_at         timestamptz,
    check (ask is not null or lead is not null),
    unique (lead, recipient)
);
create index report_back_status on report_back (cycle, status, id);
create index report_back_recipient on report_back (recipient);

-- What came of it, as often as it was said.
create table follow_up (
    id           bigint generated always as identity primary key,
    report_back  bigint not null references report_back,
    outcome      text not null check (outcome in ('PLACED', 'SECONDED', 'TALK_HELD', 'WORK_EXPERIENCE', 'NOT_YET', 'NO_RESULT')),
    details      text not null default '',
    headcount    integer not null default 0 check (headcount between 0 and 100000),
    next_step_on date,
    recorded_by  text not null references person,
    recorded_at  timestamptz not null
);
create index follow_up_report_back on follow_up (report_back, id);
