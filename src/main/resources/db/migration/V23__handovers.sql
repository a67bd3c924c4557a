-- How often an escalation, or the question who is at risk, was handed to somebody else: each time the new one is told.
alter table escalation
    add column handovers integer not null default 0;
