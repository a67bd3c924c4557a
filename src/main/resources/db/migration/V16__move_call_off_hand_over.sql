-- Why a meeting was called off, for those who are told.
alter table meeting
    add column cancel_reason text not null default '';

alter table meeting_cycle
    add column handovers integer not null default 0;      -- how often it was handed to another representative

-- The deadline that a colleague was reminded of: a meeting that moves beyond it is one about which they have not been reminded yet.
alter table ask_round
    add column reminded_until timestamptz;
update ask_round r set reminded_until = m.asks_close_at
from meeting_cycle c join meeting m on m.key = c.meeting
where c.key = r.cycle and r.reminded_at is not null;

-- The recipient has left: the cycle's representative, whoever that is, sees it through.
alter table report_back
    add column with_representative boolean not null default false;
create index report_back_with_representative on report_back (cycle) where with_representative;
