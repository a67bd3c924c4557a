-- When a colleague was asked, and when the representative asked once more.
alter table ask_round
    add column asked_at timestamptz,
    add column nudged_at timestamptz;
update ask_round r set asked_at = m.posted_at
from mail m where m.kind = 'announcement' and m.cycle = r.cycle and m.recipient = r.colleague;

-- When the colleague was last reminded of it.
alter table report_back add column reminded_at timestamptz;

-- Who wants no reminders of what. A row that is there stops them; undone, it is gone.
create table reminder_stop (
    person     text not null references person on delete cascade on update cascade,
    purpose    text not null check (purpose in ('GIVE_ASKS', 'ACT_ON_REPORT_BACK')),
    subject    text not null,                           -- key of the meeting cycle, or id of the report-back
    stopped_at timestamptz not null,
    primary key (person, purpose, subject)
);
