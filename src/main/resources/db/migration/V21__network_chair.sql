-- A chair leads a network, not the installation: who is chair of which network is told here, and nowhere else.
create table ruggespraak.network_chair (
    network text not null references ruggespraak.network,
    person  text not null references ruggespraak.person on update cascade,
    primary key (network, person)
);
create index network_chair_person on ruggespraak.network_chair (person);

-- Whoever was chair until now leads the networks whose meetings that person has planned; who has planned none, leads every network.
insert into ruggespraak.network_chair (network, person)
select n.key, c.person
from ruggespraak.person_role c cross join ruggespraak.network n
where c.role = 'CHAIR' and (
    exists (select 1 from ruggespraak.meeting m where m.network = n.key and m.planned_by = c.person)
    or not exists (select 1 from ruggespraak.meeting m where m.planned_by = c.person));

-- No network is without a chair because nobody has planned in it yet: then all lead it, as they did.
insert into ruggespraak.network_chair (network, person)
select n.key, c.person
from ruggespraak.person_role c cross join ruggespraak.network n
where c.role = 'CHAIR' and not exists (select 1 from ruggespraak.network_chair l where l.network = n.key);

delete from ruggespraak.person_role where role = 'CHAIR';
alter table ruggespraak.person_role
    drop constraint person_role_role_check,
    add constraint person_role_role_check
        check (role in ('REPRESENTATIVE', 'ADVISER', 'MANAGER', 'DIRECTOR', 'DEPARTMENT_HEAD', 'ADMINISTRATOR'));

-- All roles of all persons, as a file with people names them: ADVISER, CHAIR@sam.
create view ruggespraak.held_role as
select person, role, role as name from ruggespraak.person_role
union all
select person, 'CHAIR', 'CHAIR@' || network from ruggespraak.network_chair;
