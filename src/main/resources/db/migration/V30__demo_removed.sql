-- An administrator has removed the demo network. Somebody may have done so with SQL before there was a button for it.
alter table ruggespraak.demo_network add column removed_at timestamptz;
update ruggespraak.demo_network set removed_at = now() where not exists (select 1 from ruggespraak.network where key = 'sam');
