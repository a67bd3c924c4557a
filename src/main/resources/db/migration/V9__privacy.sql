-- A candidate is a person whose job is at stake. Only who asked, and the own organisation, knows the name; others may read the pitch, and
-- only when the candidate agreed that this is shared, and when.
alter table ask
    add candidate text,                                 -- the person's name; for kind CANDIDATE only
    add pitch     text not null default '',             -- what other organisations may read; without a name
    add agreed_on date,                                 -- when the candidate agreed that this is shared; none: the ask cannot be carried
    add erased_at timestamptz,                          -- when the details were erased; counts stay
    -- Not valid: what was carried before there was a ground stays as it is.
    add constraint ask_ground check (not carried or kind <> 'CANDIDATE' or agreed_on is not null) not valid;

-- Whom the name of a candidate was told. A release that has ended stays, as the account of who knew.
create table name_release (
    id          bigint generated always as identity primary key,
    ask         bigint not null references ask,
    counterpart text not null references person,        -- one named person of another organisation
    released_by text not null references person,
    released_at timestamptz not null,
    ended_at    timestamptz
);
create unique index name_release_open on name_release (ask, counterpart) where ended_at is null;
create index name_release_counterpart on name_release (counterpart, ask) where ended_at is null;
create index name_release_released_by on name_release (released_by);

-- The key of a person may be a name, too: whoever is erased gets another one, and every row follows.
do $$
declare
    reference record;
begin
    for reference in
        select c.conname, c.conrelid::regclass as child, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c
        where c.contype = 'f' and c.confrelid = 'person'::regclass and c.confupdtype <> 'c'
    loop
        execute format('alter table %s drop constraint %I', reference.child, reference.conname);
        execute format('alter table %s add constraint %I %s on update cascade',
            reference.child, reference.conname, reference.definition);
    end loop;
end
$$;
