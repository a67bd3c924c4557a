-- What makes the entries of this installation its own: two of them may have a meeting of the same key.
create table calendar_installation (
    id uuid primary key default gen_random_uuid()
);
create unique index calendar_installation_once on calendar_installation ((true));
insert into calendar_installation default values;

-- Who has which appointment in the calendar. Whoever had one keeps the row: a sequence never goes back.
create table calendar_copy (
    appointment text not null,  -- e.g. meeting/sam-2026-12-10
    person      text not null references person on update cascade,
    organizer   text not null references person on update cascade,
    sequence    integer not null,
    held        boolean not null default true,
    primary key (appointment, person)
);
create index calendar_copy_person on calendar_copy (person);
create index calendar_copy_organizer on calendar_copy (organizer);

-- The entry that goes with a mail: its lines are kept whole, so that a name is found in them, and are broken when they leave.
alter table mail
    add column calendar_method text check (calendar_method in ('REQUEST', 'PUBLISH', 'CANCEL')),
    add column calendar text,
    add constraint mail_calendar check ((calendar is null) = (calendar_method is null));
