-- Links with which somebody chooses a password: each for one use, until a moment.
create table ruggespraak.password_link (
    id         bigint generated always as identity primary key,
    token_hash bytea not null unique,
    person     text not null references ruggespraak.person on delete cascade on update cascade,
    purpose    text not null check (purpose in ('INVITATION', 'FORGOTTEN')),
    made_at    timestamptz not null,
    ends_at    timestamptz not null,
    used_at    timestamptz
);
create index password_link_of_person on ruggespraak.password_link (person);
create index password_link_ended on ruggespraak.password_link (ends_at);

-- Who was last invited when, and has not come in yet.
create table ruggespraak.invitation (
    person     text primary key references ruggespraak.person on delete cascade on update cascade,
    invited_at timestamptz not null
);

-- Who signed in last when.
create table ruggespraak.sign_in (
    person text primary key references ruggespraak.person on delete cascade on update cascade,
    at     timestamptz not null
);

-- Invitations of many, batch by batch: of everybody, or of one organisation.
create table ruggespraak.invitation_round (
    id           bigint generated always as identity primary key,
    organisation text references ruggespraak.organisation on delete cascade on update cascade,
    started_by   text not null,
    started_at   timestamptz not null,
    people       integer not null,                      -- how many there are to look at
    after        text not null default '',              -- key of the last person that was looked at
    looked       integer not null default 0,
    invited      integer not null default 0,
    finished_at  timestamptz
);
create unique index invitation_round_unfinished on ruggespraak.invitation_round ((true)) where finished_at is null;
