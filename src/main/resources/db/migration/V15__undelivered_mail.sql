-- What the mail server refuses for good is told apart from what is tried again, and what did not arrive is found quickly.
alter table mail
    drop constraint mail_status_check,
    add constraint mail_status_check check (status in ('KEPT', 'POSTED', 'SENDING', 'SENT', 'FAILED', 'REFUSED')),
    add column failed_at timestamptz;                   -- since when it has not arrived
update mail set failed_at = posted_at where status = 'FAILED';
create index mail_undelivered on mail (cycle, id desc) where status in ('FAILED', 'REFUSED');
create index mail_refused on mail (recipient) where status = 'REFUSED';
