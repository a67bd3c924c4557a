-- A file with organisations, persons and roles: what it says is looked at first, and then applied, all or nothing. Its lines are gone when that is done.
create table people_import (
    id          bigint generated always as identity primary key,
    file        text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    status      text not null default 'CHECKED' check (status in ('CHECKED', 'APPLYING', 'APPLIED', 'FAILED')),
    lines       integer not null,
    done        integer not null default 0,             -- accounts that follow, while it is applied
    failure     text
);

create table people_import_line (
    import            bigint not null references people_import on delete cascade,
    line              integer not null,                 -- of the file, from 1
    network           text,
    network_name      text,
    organisation      text,
    organisation_name text,
    person            text,
    first_name        text,
    last_name         text,
    email             text,
    phone             text,
    language          text,
    deputy            text,
    roles             text[] not null,
    active            boolean,
    primary key (import, line)
);
create index people_import_line_person on people_import_line (import, person);
create index people_import_line_organisation on people_import_line (import, organisation);

create table people_import_problem (
    import    bigint not null references people_import on delete cascade,
    line      integer not null,
    message   text not null,                            -- key of the sentence
    arguments text[] not null
);
create index people_import_problem_line on people_import_problem (import, line);
