-- Whether the mail server can be given the address. At each start the application reads every address anew (CheckAddresses): what stood here before could be
-- anything with an @, and what a mail server takes is a setting.
alter table person add column email_usable boolean not null default true;
create index person_unusable on person (key) where not email_usable;
