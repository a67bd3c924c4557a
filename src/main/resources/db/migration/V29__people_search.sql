-- By what lists of people are sorted: the surname without the words before it, as the Dutch population register lists the usual ones, and without accents.
create function ruggespraak.sorts_by(last_name text) returns text language sql immutable strict parallel safe
as $f$
    select ruggespraak.folded(regexp_replace(last_name, '^((aan|af|al|auf|aus|bij|da|dal|de|del|della|den|der|des|di|do|dos|du|el|het|in|la|las|le|les|los|onder|op|over|te|ten|ter|tho|tot|uijt|uit|van|vanden|vander|ver|vom|von|voor|zu|zum|zur|v[.]|v[.]? ?d[.]?|v/d) +|(''|’|‘|`)[nst] +|[dl](''|’|‘|`) *)+', '', 'i'))
$f$;
create index person_name on ruggespraak.person (ruggespraak.sorts_by(last_name), ruggespraak.folded(last_name), first_name, key);

-- In what an administrator's words are looked for.
create function ruggespraak.person_words(first_name text, last_name text, key text, email text) returns text language sql immutable strict parallel safe
as $f$ select ruggespraak.folded(first_name || ' ' || last_name || ' ' || key || ' ' || email) $f$;
do $$
declare
    trigrams text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
    execute format('create index person_words on ruggespraak.person using gin (ruggespraak.person_words(first_name, last_name, key, email) %I.gin_trgm_ops)', trigrams);
end
$$;
create index person_email on ruggespraak.person (lower(email));
