-- People: who speaks for whom. Keys are the names that people see in links and in Camunda's users, groups and tenants.
create table organisation (
    key  text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text not null
);

create table network (
    key            text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name           text not null,
    zone           text not null default 'Europe/Amsterdam',
    lead_time_days integer not null default 14 check (lead_time_days between 1 and 365)
);

create table membership (
    network      text not null references network,
    organisation text not null references organisation,
    primary key (network, organisation)
);
create index membership_organisation on membership (organisation);

create table person (
    key          text primary key check (key ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    organisation text references organisation,          -- none: works for the network itself (chair, administrator)
    first_name   text not null,
    last_name    text not null,
    email        text not null,
    phone        text,
    language     text not null default 'en' check (language in ('en', 'nl')),
    deputy       text references person,                -- who decides when this person does not
    active       boolean not null default true
);
create index person_organisation on person (organisation, key);
create index person_deputy on person (deputy);

create table person_role (
    person text not null references person,
    role   text not null check (role in ('CHAIR', 'REPRESENTATIVE', 'ADVISER', 'MANAGER', 'DIRECTOR', 'DEPARTMENT_HEAD', 'ADMINISTRATOR')),
    primary key (person, role)
);
create index person_role_role on person_role (role, person);

-- What forms let people choose from.
create table region (
    key  text primary key,
    name text not null
);

create table occupation (
    key   text primary key,
    name  text not null,
    field text not null                                 -- occupations of one field fit each other: an inspector may become an inspector
);
