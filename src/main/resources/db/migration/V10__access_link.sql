-- Links with which a person does one thing without signing in. The token itself is in the mail that left, and nowhere else.
create table access_link (
    id         bigint generated always as identity primary key,
    token_hash bytea not null unique,                   -- SHA-256
    purpose    text not null check (purpose in ('GIVE_ASKS', 'ACT_ON_REPORT_BACK', 'RECORD_LEADS')),
    person     text not null references person on delete cascade,
    subject    text not null,                           -- key of the meeting cycle, or id of the report-back
    issued_at  timestamptz not null,
    expires_at timestamptz not null,                    -- a backstop: it is dead as soon as its purpose has ended
    revoked_at timestamptz
);
create index access_link_person on access_link (person);
create index access_link_expires on access_link (expires_at);

-- What was typed but not sent yet: of the person, whichever link was used.
create table link_draft (
    person   text not null references person on delete cascade,
    purpose  text not null,
    subject  text not null,
    typed    text not null,                             -- JSON: fields and rows
    saved_at timestamptz not null,
    primary key (person, purpose, subject)
);
create index link_draft_saved on link_draft (saved_at);

-- Where in a mail the recipient's link will stand, and what it is for. The bodies hold the mark only.
alter table mail
    add column link_mark text,
    add column link_purpose text,
    add column link_subject text,
    add check (num_nulls(link_mark, link_purpose, link_subject) in (0, 3));
