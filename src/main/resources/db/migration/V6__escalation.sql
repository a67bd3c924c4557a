create table escalation (
    id              bigint generated always as identity primary key,
    cycle           text not null references meeting_cycle,
    lead            bigint not null unique references lead,
    reason          text not null,                      -- the decision table's sentence
    director        text not null references person,    -- who decides: the director or, later, the deputy
    status          text not null default 'ASKED'
        check (status in ('ASKED', 'DECLINED', 'INQUIRY', 'SEEKING_DEAL', 'AGREED', 'NOT_AGREED', 'BOOKED')),
    decision        text check (decision in ('decline', 'askDepartments', 'seekDeal')),
    decision_reason text not null default '',
    decided_by      text references person,
    decided_at      timestamptz,
    inquiry_ends_at timestamptz,
    asked_at        timestamptz not null
);
create index escalation_cycle on escalation (cycle);
create index escalation_director on escalation (director, status);

create table staff_inquiry (
    id              bigint generated always as identity primary key,
    escalation      bigint not null references escalation,
    department_head text not null references person,
    answered_at     timestamptz,
    unique (escalation, department_head)
);
create index staff_inquiry_department_head on staff_inquiry (department_head);

create table staff_at_risk (
    id         bigint generated always as identity primary key,
    inquiry    bigint not null references staff_inquiry,
    place      integer not null,
    occupation text not null references occupation,
    headcount  integer not null check (headcount between 1 and 100000),
    region     text references region,
    from_date  date,
    matched    integer not null default 0,              -- how many of them fit the lead
    unique (inquiry, place)
);

create table deal (
    escalation bigint primary key references escalation,
    agreed     boolean not null,
    headcount  integer not null check (headcount between 0 and 100000),
    terms      text not null default '',
    agreed_by  text not null references person,
    agreed_at  timestamptz not null,
    placed     integer check (placed between 0 and 100000),
    details    text not null default '',
    placed_at  timestamptz
);

-- What it brought: one line per outcome that is known.
create table result (
    id           bigint generated always as identity primary key,
    cycle        text not null references meeting_cycle,
    report_back  bigint unique references report_back,
    escalation   bigint unique references escalation,
    outcome      text not null check (outcome in ('PLACED', 'SECONDED', 'TALK_HELD', 'WORK_EXPERIENCE', 'NO_RESULT')),
    headcount    integer not null check (headcount between 0 and 100000),
    details      text not null default '',
    booked_at    timestamptz not null,
    check ((report_back is null) <> (escalation is null))
);
create index result_cycle on result (cycle);

-- Who hears what a cycle brought, when it is evaluated.
create table stakeholder (
    cycle  text not null references meeting_cycle,
    person text not null references person,
    told   boolean not null default false,
    primary key (cycle, person)
);
create index stakeholder_told on stakeholder (cycle, told, person);
create index stakeholder_person on stakeholder (person);
