-- One colleague who is asked before one meeting. The unique key makes opening rounds idempotent.
create table ask_round (
    id             bigint generated always as identity primary key,
    cycle          text not null references meeting_cycle,
    colleague      text not null references person,
    status         text not null default 'PLANNED' check (status in ('PLANNED', 'OPEN', 'ANSWERED', 'CLOSED')),
    nothing_to_ask boolean not null default false,
    late           boolean not null default false,
    answered_at    timestamptz,
    reminded_at    timestamptz,
    told_revision  integer not null default 0,          -- the meeting's revision that this colleague was last told of
    told_cancelled boolean not null default false,
    unique (cycle, colleague)
);
create index ask_round_status on ask_round (cycle, status, id);
create index ask_round_colleague on ask_round (colleague);

create table ask (
    id             bigint generated always as identity primary key,
    round          bigint not null references ask_round,
    cycle          text not null references meeting_cycle,
    colleague      text not null references person,
    place          integer not null,                    -- row of the form, from 1
    kind           text not null check (kind in ('CANDIDATE', 'VACANCY', 'WORK_EXPERIENCE_PLACE', 'UPCOMING_CHANGE', 'QUESTION')),
    title          text not null,
    details        text not null default '',
    occupation     text references occupation,
    region         text references region,
    headcount      integer not null default 1 check (headcount between 1 and 100000),
    available_from date,
    late           boolean not null default false,
    carried        boolean not null default false,
    unique (round, place)
);
create index ask_cycle on ask (cycle, carried, id);
create index ask_colleague on ask (colleague);
create index ask_occupation on ask (occupation, kind);
