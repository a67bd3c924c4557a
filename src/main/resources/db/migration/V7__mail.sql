-- Every mail once: the key says what it is and whom it is for, and is the deterministic part of its Message-ID.
create table mail (
    id             bigint generated always as identity primary key,
    key            text not null unique,  -- e.g. announcement/sam-2026-12-10/lnv/lnv-adviser-1
    kind           text not null,
    cycle          text references meeting_cycle,
    recipient      text not null references person,
    recipient_name text not null,
    address        text not null,
    reply_to       text,
    subject        text not null,
    text_body      text not null,
    html_body      text not null,
    status         text not null check (status in ('KEPT', 'POSTED', 'SENDING', 'SENT', 'FAILED')),
    attempts       integer not null default 0,
    unsure         integer not null default 0,  -- sends whose answer was lost in a crash
    last_error     text,
    posted_at      timestamptz not null,
    sent_at        timestamptz
);
create index mail_status on mail (status, id desc);
create index mail_recipient on mail (recipient, id desc);
create index mail_cycle on mail (cycle, id);
