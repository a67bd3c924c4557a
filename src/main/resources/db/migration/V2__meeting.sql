create table meeting (
    key                   text primary key,             -- e.g. sam-2026-12-10; business key of network-meeting
    network               text not null references network,
    title                 text not null,
    topic                 text not null,
    host                  text not null references organisation,
    location              text not null,
    region                text not null references region,
    lead_time_days        integer not null check (lead_time_days between 1 and 365),
    starts_at             timestamptz not null,
    ends_at               timestamptz not null check (ends_at > starts_at),
    announce_at           timestamptz not null,
    announce_by_itself_at timestamptz not null,
    remind_at             timestamptz not null,
    asks_close_at         timestamptz not null,
    leads_due_at          timestamptz not null,
    report_period_ends_at timestamptz not null,
    evaluate_at           timestamptz not null,
    status                text not null default 'PLANNED' check (status in ('PLANNED', 'CANCELLED', 'PUBLISHED')),
    revision              integer not null default 0,   -- counts reschedulings; iCalendar's SEQUENCE
    planned_by            text not null references person,
    planned_at            timestamptz not null
);
create index meeting_network on meeting (network, starts_at);

create table meeting_statement (
    meeting text not null references meeting,
    place   integer not null,
    text    text not null,
    primary key (meeting, place)
);

-- One member organisation's part in one meeting. Its key is the business key of meeting-cycle, ask-round, report-back and director-escalation.
create table meeting_cycle (
    key            text primary key,                    -- meeting/organisation, e.g. sam-2026-12-10/lnv
    meeting        text not null references meeting,
    organisation   text not null references organisation,
    representative text not null references person,
    status         text not null default 'OPENED'
        check (status in ('OPENED', 'ANNOUNCED', 'BRIEFED', 'ATTENDED', 'REPORTED', 'EVALUATED', 'CANCELLED')),
    announcement   text,
    announced_at   timestamptz,
    attended       boolean,
    reported_at    timestamptz,
    unique (meeting, organisation)
);
create index meeting_cycle_organisation on meeting_cycle (organisation);
create index meeting_cycle_representative on meeting_cycle (representative);
