-- When a colleague is erased the rows stay under another key; links and drafts follow it like all others.
alter table access_link
    drop constraint access_link_person_fkey,
    add constraint access_link_person_fkey foreign key (person) references person on delete cascade on update cascade;
alter table link_draft
    drop constraint link_draft_person_fkey,
    add constraint link_draft_person_fkey foreign key (person) references person on delete cascade on update cascade;
