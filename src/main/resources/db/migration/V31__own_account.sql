-- When somebody is away, the first and the last day, and whether reminders come at all.
alter table ruggespraak.person
    add column away_from date,
    add column away_until date,
    add column reminders boolean not null default true,
    add constraint person_away check ((away_from is null) = (away_until is null) and (away_from is null or away_from <= away_until));

-- Whoever signs in may type the mail address.
create index person_address on ruggespraak.person (lower(email));

-- Whether somebody is reminded of anything on a day.
create function ruggespraak.is_reminded(who text, today date) returns boolean language sql stable parallel safe as $$
    select reminders and (away_from is null or today not between away_from and away_until) from ruggespraak.person where key = who
$$;
