-- The demo network, told from the story: four employers in one region, and the people who speak and decide for them.
-- Flyway runs this after each migration of an embedded database; it fills one that knows nobody yet, once. Its names are in the language of the installation.
do $$
declare
    dutch constant boolean := '${language}' = 'nl';
begin
if exists (select 1 from ruggespraak.demo_network) or exists (select 1 from ruggespraak.network) or exists (select 1 from ruggespraak.person) then
    return;
end if;
insert into ruggespraak.demo_network (told_at) values (now());

insert into ruggespraak.organisation (key, name)
select key, case when dutch then nl else en end from (values
    ('lnv', 'Ministry of Agriculture', 'Ministerie van Landbouw'),
    ('rws', 'Road Authority', 'Rijkswaterstaat'),
    ('odbn', 'Environmental Service Brabant North', 'Omgevingsdienst Brabant Noord'),
    ('meierij', 'Municipality of De Meierij', 'Gemeente De Meierij')) as named (key, en, nl);

insert into ruggespraak.network (key, name, zone, lead_time_days) values
    ('sam', case when dutch then 'SAM, werkgeversnetwerk' else 'SAM, employers'' network' end, 'Europe/Amsterdam', 14);

insert into ruggespraak.membership (network, organisation) select 'sam', key from ruggespraak.organisation;

-- Managers come before their directors, whose deputies they are.
insert into ruggespraak.person (key, organisation, first_name, last_name, email, phone, deputy) values
    ('lnv-manager', 'lnv', 'Annelies', 'Mulder', 'annelies.mulder@lnv.example.org', '070-555 0114', null),
    ('lnv-representative', 'lnv', 'Marieke', 'van Dijk', 'marieke.vandijk@lnv.example.org', '070-555 0110', null),
    ('lnv-adviser-1', 'lnv', 'Joost', 'Bakker', 'joost.bakker@lnv.example.org', '070-555 0111', null),
    ('lnv-adviser-2', 'lnv', 'Fatima', 'el Amrani', 'fatima.elamrani@lnv.example.org', '070-555 0112', null),
    ('lnv-adviser-3', 'lnv', 'Pieter', 'de Vries', 'pieter.devries@lnv.example.org', '070-555 0113', null),
    ('lnv-director', 'lnv', 'Willem', 'Hendriks', 'willem.hendriks@lnv.example.org', '070-555 0115', 'lnv-manager'),
    ('lnv-department-head-1', 'lnv', 'Sanne', 'Visser', 'sanne.visser@lnv.example.org', '070-555 0116', null),
    ('lnv-department-head-2', 'lnv', 'Ruud', 'Jacobs', 'ruud.jacobs@lnv.example.org', '070-555 0117', null),
    ('rws-manager', 'rws', 'Bram', 'Peters', 'bram.peters@rws.example.org', '088-555 0214', null),
    ('rws-representative', 'rws', 'Karin', 'Smit', 'karin.smit@rws.example.org', '088-555 0210', null),
    ('rws-adviser-1', 'rws', 'Daan', 'Meijer', 'daan.meijer@rws.example.org', '088-555 0211', null),
    ('rws-adviser-2', 'rws', 'Yvonne', 'de Boer', 'yvonne.deboer@rws.example.org', '088-555 0212', null),
    ('rws-adviser-3', 'rws', 'Emre', 'Yilmaz', 'emre.yilmaz@rws.example.org', '088-555 0213', null),
    ('rws-director', 'rws', 'Ingrid', 'van den Berg', 'ingrid.vandenberg@rws.example.org', '088-555 0215', 'rws-manager'),
    ('rws-department-head-1', 'rws', 'Tom', 'Dekker', 'tom.dekker@rws.example.org', '088-555 0216', null),
    ('rws-department-head-2', 'rws', 'Nienke', 'Brouwer', 'nienke.brouwer@rws.example.org', '088-555 0217', null),
    ('odbn-manager', 'odbn', 'Petra', 'Vermeulen', 'petra.vermeulen@odbn.example.org', '088-555 0314', null),
    ('odbn-representative', 'odbn', 'Lotte', 'de Groot', 'lotte.degroot@odbn.example.org', '088-555 0310', null),
    ('odbn-adviser-1', 'odbn', 'Hans', 'Bos', 'hans.bos@odbn.example.org', '088-555 0311', null),
    ('odbn-adviser-2', 'odbn', 'Samira', 'Bouzid', 'samira.bouzid@odbn.example.org', '088-555 0312', null),
    ('odbn-adviser-3', 'odbn', 'Geert', 'van Leeuwen', 'geert.vanleeuwen@odbn.example.org', '088-555 0313', null),
    ('odbn-director', 'odbn', 'Jan-Willem', 'Kok', 'jan-willem.kok@odbn.example.org', '088-555 0315', 'odbn-manager'),
    ('odbn-department-head-1', 'odbn', 'Esther', 'Schouten', 'esther.schouten@odbn.example.org', '088-555 0316', null),
    ('odbn-department-head-2', 'odbn', 'Rob', 'Willems', 'rob.willems@odbn.example.org', '088-555 0317', null),
    ('meierij-manager', 'meierij', 'Monique', 'Verhoeven', 'monique.verhoeven@meierij.example.org', '0411-555 014', null),
    ('meierij-representative', 'meierij', 'Femke', 'Hoekstra', 'femke.hoekstra@meierij.example.org', '0411-555 010', null),
    ('meierij-adviser-1', 'meierij', 'Mark', 'van der Heijden', 'mark.vanderheijden@meierij.example.org', '0411-555 011', null),
    ('meierij-adviser-2', 'meierij', 'Chantal', 'Kuipers', 'chantal.kuipers@meierij.example.org', '0411-555 012', null),
    ('meierij-adviser-3', 'meierij', 'Anil', 'Ramdin', 'anil.ramdin@meierij.example.org', '0411-555 013', null),
    ('meierij-director', 'meierij', 'Theo', 'van Rooij', 'theo.vanrooij@meierij.example.org', '0411-555 015', 'meierij-manager'),
    ('meierij-department-head-1', 'meierij', 'Judith', 'Prins', 'judith.prins@meierij.example.org', '0411-555 016', null),
    ('meierij-department-head-2', 'meierij', 'Stefan', 'Maas', 'stefan.maas@meierij.example.org', '0411-555 017', null),
    ('chair', null, 'Ellen', 'Janssen', 'ellen.janssen@sam.example.org', '073-555 0110', null),
    ('admin', null, 'Arjan', 'de Wit', 'arjan.dewit@sam.example.org', '073-555 0120', null);

-- In an English network the municipality speaks Dutch, so that both languages are seen.
update ruggespraak.person set language = case when dutch or organisation = 'meierij' then 'nl' else 'en' end;

-- Each person of an organisation has the role that the key ends with.
insert into ruggespraak.person_role (person, role)
select key, upper(replace(regexp_replace(substr(key, length(organisation) + 2), '-[0-9]+$', ''), '-', '_'))
from ruggespraak.person where organisation is not null
union all values ('admin', 'ADMINISTRATOR');

insert into ruggespraak.network_chair (network, person) values ('sam', 'chair');
end
$$;
