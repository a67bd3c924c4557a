-- When somebody last attended a meeting: whoever did so last is asked first.
alter table ruggespraak.person add column attended_at timestamptz;
update ruggespraak.person p set attended_at = a.at
from (
    select c.representative, max(m.starts_at) as at
    from ruggespraak.meeting_cycle c join ruggespraak.meeting m on m.key = c.meeting
    where c.attended group by c.representative) a
where a.representative = p.key;

-- From this day on the organisation takes no part in meetings of the network. None: it stays.
alter table ruggespraak.membership add column ends_on date;

-- Its part in a meeting ended because it had left the network by the day of the meeting.
alter table ruggespraak.meeting_cycle add column withdrawn boolean not null default false;

-- A closed organisation has nobody who takes part any more. What it did stays.
alter table ruggespraak.organisation add column closed_on date;

-- A member organisation without a representative for a meeting: somebody is asked to name one, or to attend. Its key is that of the cycle which begins then.
create table ruggespraak.representative_request (
    key          text primary key,
    meeting      text not null references ruggespraak.meeting,
    organisation text not null references ruggespraak.organisation,
    asked        text references ruggespraak.person on update cascade, -- none: the organisation has nobody who could be asked
    asked_at     timestamptz not null,
    ended_at     timestamptz                                           -- somebody goes, the meeting is off, or the organisation takes no part
);
create index representative_request_meeting on ruggespraak.representative_request (meeting);
create index representative_request_asked on ruggespraak.representative_request (asked);

-- The demo network was told in this database, and is not told again once it has been removed. A database that knows anybody has seen it.
create table ruggespraak.demo_network (
    told_at timestamptz not null
);
insert into ruggespraak.demo_network (told_at)
select now() where exists (select 1 from ruggespraak.network) or exists (select 1 from ruggespraak.organisation)
    or exists (select 1 from ruggespraak.person) or exists (select 1 from ruggespraak.audit);
