-- What the representative brings back from the meeting.
create table lead (
    id            bigint generated always as identity primary key,
    cycle         text not null references meeting_cycle,
    place         integer not null,
    kind          text not null check (kind in ('TALK_ARRANGED', 'STAFF_SURPLUS', 'STAFF_DEMAND', 'WORK_EXPERIENCE_PLACE', 'OTHER')),
    title         text not null,
    details       text not null default '',
    occupation    text references occupation,
    region        text references region,
    headcount     integer not null default 1 check (headcount between 1 and 100000),
    starts_on     date,
    organisation  text references organisation,         -- the counterpart
    contact       text not null default '',
    answers_ask   bigint references ask,
    recorded_by   text not null references person,
    recorded_at   timestamptz not null,
    unique (cycle, place)
);
create index lead_answers_ask on lead (answers_ask);
create index lead_occupation on lead (occupation, kind);
