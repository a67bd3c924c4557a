-- The catalogue: regions and occupations that people choose from, with names in both languages and what else people call them.
create table occupation_field (
    key     text primary key check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    name_en text not null,
    name_nl text not null,
    isco    text[] not null default '{}'                 -- what ISCO-08 calls it: the longest prefix of an occupation's code decides
);

alter table occupation rename column name to name_en;
alter table occupation
    add column name_nl text,
    add column offered boolean not null default true,    -- whether people are offered it; what was chosen stays readable
    add column source  text not null default 'OWN' check (source in ('OWN', 'ESCO', 'SAID')),
    add column code    text,                             -- ISCO-08 group, as published: may begin with a zero
    add column uri     text unique,                      -- of a published classification
    add column said    integer not null default 0,       -- how often people wrote it who did not find it
    add column same_as text references occupation,       -- what an administrator says that they meant
    alter column field drop not null;                    -- none: it fits nothing but itself
update occupation set name_nl = name_en, field = left(trim(both '-' from regexp_replace(lower(field), '[^a-z0-9]+', '-', 'g')), 60);
alter table occupation alter column name_nl set not null;
insert into occupation_field (key, name_en, name_nl)
select distinct field, initcap(replace(field, '-', ' ')), initcap(replace(field, '-', ' ')) from occupation;
alter table occupation
    add constraint occupation_field_fkey foreign key (field) references occupation_field;
create index occupation_of_field on occupation (field);

-- What fits what: an occupation fits itself, and those of its field.
create view fitting_occupation as
select o.key as occupation, fit.key as fits from occupation o join occupation fit on fit.field = o.field
union all
select o.key, o.key from occupation o where o.field is null;

alter table region rename column name to name_en;
alter table region
    add column name_nl text,
    add column offered boolean not null default true,
    add column source  text not null default 'OWN' check (source in ('OWN', 'SAID')),
    add column said    integer not null default 0,
    add column same_as text references region;
update region set name_nl = name_en;
alter table region alter column name_nl set not null;

create table occupation_alias (
    occupation text not null references occupation on delete cascade,
    language   text not null check (language in ('en', 'nl')),
    alias      text not null,
    primary key (occupation, language, alias)
);
create table region_alias (
    region   text not null references region on delete cascade,
    language text not null check (language in ('en', 'nl')),
    alias    text not null,
    primary key (region, language, alias)
);

-- Words are found without accents and capitals, and with small faults. The two extensions may stand in any schema already.
create extension if not exists unaccent with schema ruggespraak;
create extension if not exists pg_trgm with schema ruggespraak;
do $$
declare
    unaccents text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'unaccent');
    trigrams  text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
    -- Immutable in fact: its dictionary is named. Indexes are made of it.
    execute format($f$
        create function ruggespraak.folded(words text) returns text language sql immutable strict parallel safe
        as 'select lower(%1$I.unaccent(''%1$I.unaccent''::regdictionary, words))'
        $f$, unaccents);
    execute format('create index occupation_name_en on ruggespraak.occupation using gin (ruggespraak.folded(name_en) %I.gin_trgm_ops)', trigrams);
    execute format('create index occupation_name_nl on ruggespraak.occupation using gin (ruggespraak.folded(name_nl) %I.gin_trgm_ops)', trigrams);
    execute format('create index occupation_alias_words on ruggespraak.occupation_alias using gin (ruggespraak.folded(alias) %I.gin_trgm_ops)', trigrams);

    -- What is called like this, best first: a name that begins so, then one that holds it, then one that is nearly so.
    execute format($f$
        create function ruggespraak.occupations_like(typed text, most integer)
        returns table (key text, likeness real) language sql stable as $q$
            select w.key, max(w.likeness) as likeness from (
                select o.key, case when words like t.typed || '%%' then 3 when words like '%% ' || t.typed || '%%' then 2.5
                                   when words like '%%' || t.typed || '%%' then 2 else 0 end
                        + %1$I.word_similarity(t.typed, words) + %1$I.similarity(t.typed, words) as likeness
                from (select replace(replace(replace(ruggespraak.folded(typed), '\', ''), '%%', ''), '_', '') as typed) t
                cross join lateral (
                    select o.key, ruggespraak.folded(o.name_en) as words from ruggespraak.occupation o
                    where ruggespraak.folded(o.name_en) operator(%1$I.%%>) t.typed or ruggespraak.folded(o.name_en) like '%%' || t.typed || '%%'
                    union all
                    select o.key, ruggespraak.folded(o.name_nl) from ruggespraak.occupation o
                    where ruggespraak.folded(o.name_nl) operator(%1$I.%%>) t.typed or ruggespraak.folded(o.name_nl) like '%%' || t.typed || '%%'
                    union all
                    select a.occupation, ruggespraak.folded(a.alias) from ruggespraak.occupation_alias a
                    where ruggespraak.folded(a.alias) operator(%1$I.%%>) t.typed or ruggespraak.folded(a.alias) like '%%' || t.typed || '%%') o
                where t.typed <> '') w
            join ruggespraak.occupation c on c.key = w.key and c.offered
            group by w.key order by 2 desc, 1 limit most
        $q$
        $f$, trigrams);
    -- Regions are few: all are looked at.
    execute format($f$
        create function ruggespraak.regions_like(typed text, most integer)
        returns table (key text, likeness real) language sql stable as $q$
            select w.key, max(w.likeness) as likeness from (
                select r.key, case when words like t.typed || '%%' then 3 when words like '%%' || t.typed || '%%' then 2 else 0 end
                        + %1$I.word_similarity(t.typed, words) as likeness
                from (select replace(replace(replace(ruggespraak.folded(typed), '\', ''), '%%', ''), '_', '') as typed) t
                cross join lateral (
                    select r.key, ruggespraak.folded(r.name_en) as words from ruggespraak.region r where r.offered
                    union all select r.key, ruggespraak.folded(r.name_nl) from ruggespraak.region r where r.offered
                    union all select a.region, ruggespraak.folded(a.alias) from ruggespraak.region_alias a
                        join ruggespraak.region r on r.key = a.region and r.offered) r
                where t.typed <> '') w
            where w.likeness >= 0.6
            group by w.key order by 2 desc, 1 limit most
        $q$
        $f$, trigrams);
end
$$;

-- What people wrote who did not find it stands once, however often and in whichever capitals it was written.
create unique index occupation_said on occupation (ruggespraak.folded(name_en)) where source = 'SAID';
create unique index region_said on region (ruggespraak.folded(name_en)) where source = 'SAID';

-- A file for the catalogue: it is looked at first, and then applied, all or nothing.
create table catalogue_import (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('REGION', 'OCCUPATION')),
    file        text not null,
    content     bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null
);
