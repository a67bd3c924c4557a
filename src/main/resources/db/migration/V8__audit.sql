-- Who did what when. Rows are added, and then stay as they are: there is no foreign key, so that they outlive what they tell of, and there are no
-- names and no words of anybody, so that they need not be changed when a person is erased.
create table audit (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor        text not null,             -- key of a person; '(system)', which can be no person's key, when the engine worked by itself
    action       text not null,
    subject      text not null,             -- e.g. ask/12, report-back/3, escalation/4, person/lnv-adviser-1
    organisation text,                      -- none: it concerns the network itself
    details      text not null default ''
);
-- Newest first, whatever is looked for.
create index audit_at on audit (at, id);
create index audit_actor on audit (actor, at, id);
create index audit_action on audit (action, at, id);
create index audit_subject on audit (subject, at, id);
create index audit_organisation on audit (organisation, at, id);

create function audit_stays_as_it_is() returns trigger language plpgsql as $$
begin
    raise exception 'ruggespraak.audit is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;

-- For everybody, superusers and replicas included; before anything else is looked at, whether a row is met or not.
create trigger audit_stays_as_it_is before update or delete or truncate on audit
    for each statement execute function audit_stays_as_it_is();
alter table audit enable always trigger audit_stays_as_it_is;

-- Besides, nobody is granted more than reading and adding: neither whom default privileges gave it, nor the owner.
do $$
declare
    who text;
begin
    for who in
        select distinct case when granted.grantee = 0 then 'public' else granted.grantee::regrole::text end
        from pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) as granted
        where pg_class.oid = 'ruggespraak.audit'::regclass
    loop
        execute format('revoke update, delete, truncate, references, trigger on ruggespraak.audit from %s', who);
    end loop;
end $$;
