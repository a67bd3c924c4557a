package nl.ruggespraak.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.calendar.CalendarMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMails implements Mails {

    private static final String MAIL = """
            select m.*, p.organisation from ruggespraak.mail m join ruggespraak.person p on p.key = m.recipient
            """;

    private final JdbcClient jdbc;

    JdbcMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MailProcess.Posted> add(Collection<Mail> mails, MailStatus status, Instant postedAt) {
        if (mails.isEmpty()) {
            return List.of();
        }
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("""
                        insert into ruggespraak.mail (key, kind, cycle, recipient, recipient_name, address, reply_to,
                            subject, text_body, html_body, link_mark, link_purpose, link_subject, calendar_method, calendar, status, posted_at)
                        select m.*, :status, :postedAt
                        from unnest(:keys::text[], :kinds::text[], :cycles::text[], :recipients::text[], :names::text[],
                            :addresses::text[], :replyTos::text[], :subjects::text[], :texts::text[], :htmls::text[],
                            :marks::text[], :purposes::text[], :linkSubjects::text[], :calendarMethods::text[], :calendars::text[]) m
                        on conflict (key) do nothing
                        returning id, key
                        """)
                .param("keys", column(mails, Mail::key))
                .param("kinds", column(mails, Mail::kind))
                .param("cycles", column(mails, Mail::cycle))
                .param("recipients", column(mails, Mail::recipient))
                .param("names", column(mails, Mail::recipientName))
                .param("addresses", column(mails, Mail::address))
                .param("replyTos", column(mails, Mail::replyTo))
                .param("subjects", column(mails, Mail::subject))
                .param("texts", column(mails, Mail::text))
                .param("htmls", column(mails, Mail::html))
                .param("marks", part(mails, Mail.PersonalPart::mark))
                .param("purposes", part(mails, Mail.PersonalPart::purpose))
                .param("linkSubjects", part(mails, personal -> String.join("\n", personal.subjects())))
                .param(
                        "calendarMethods",
                        calendar(mails, entry -> entry.method().name()))
                .param("calendars", calendar(mails, CalendarMessage::text))
                .param("status", status.name())
                .param("postedAt", utc(postedAt))
                .query(row -> {
                    ids.put(row.getString("key"), row.getLong("id"));
                });
        List<MailProcess.Posted> added = new ArrayList<>();
        for (Mail mail : mails) {
            Long id = ids.remove(mail.key());
            if (id != null) {
                added.add(new MailProcess.Posted(id, mail));
            }
        }
        return added;
    }

    @Override
    public Optional<PostedMail> find(long id) {
        return jdbc.sql(MAIL + "where m.id = :id")
                .param("id", id)
                .query(JdbcMails::posted)
                .optional();
    }

    @Override
    public List<MailLine> newest(@Nullable Long olderThan, @Nullable MailStatus status, int limit) {
        return lines(null, olderThan, status, limit);
    }

    @Override
    public List<MailLine> newestTo(String recipient, @Nullable Long olderThan, @Nullable MailStatus status, int limit) {
        return lines(recipient, olderThan, status, limit);
    }

    private List<MailLine> lines(
            @Nullable String recipient, @Nullable Long olderThan, @Nullable MailStatus status, int limit) {
        return jdbc.sql("""
                        select id, recipient_name, address, subject, status, posted_at from ruggespraak.mail
                        where id < coalesce(:olderThan::bigint, 9223372036854775807)
                            and (:status::text is null or status = :status)
                            and (:recipient::text is null or recipient = :recipient)
                        order by id desc limit :limit
                        """)
                .param("recipient", recipient)
                .param("olderThan", olderThan)
                .param("status", status == null ? null : status.name())
                .param("limit", limit)
                .query((row, index) -> new MailLine(
                        row.getLong("id"),
                        row.getString("recipient_name"),
                        row.getString("address"),
                        row.getString("subject"),
                        MailStatus.valueOf(row.getString("status")),
                        row.getObject("posted_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public boolean reserve(long id) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('ruggespraak.mail', :id))")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void sending(long id) {
        jdbc.sql("""
                        update ruggespraak.mail
                        set status = 'SENDING', attempts = attempts + 1,
                            unsure = unsure + case status when 'SENDING' then 1 else 0 end
                        where id = :id and status in ('POSTED', 'SENDING', 'FAILED')
                        """).param("id", id).update();
    }

    @Override
    public void sent(long id, Instant at) {
        jdbc.sql("""
                        update ruggespraak.mail set status = 'SENT', sent_at = :at, last_error = null, failed_at = null
                        where id = :id and status = 'SENDING'
                        """).param("id", id).param("at", utc(at)).update();
    }

    @Override
    public void failed(long id, String reason, boolean answerLost, Instant at) {
        ended(id, MailStatus.FAILED, reason, answerLost ? 1 : 0, at);
    }

    @Override
    public void refused(long id, String reason, Instant at) {
        ended(id, MailStatus.REFUSED, reason, 0, at);
    }

    private void ended(long id, MailStatus status, String reason, int unsure, Instant at) {
        jdbc.sql("""
                        update ruggespraak.mail
                        set status = :status, last_error = :reason, unsure = unsure + :unsure, failed_at = coalesce(failed_at, :at)
                        where id = :id and status = 'SENDING'
                        """)
                .param("id", id)
                .param("status", status.name())
                .param("reason", reason)
                .param("unsure", unsure)
                .param("at", utc(at))
                .update();
    }

    private static String[] column(Collection<Mail> mails, Function<Mail, @Nullable String> value) {
        return mails.stream().map(value).toArray(String[]::new);
    }

    private static String[] part(Collection<Mail> mails, Function<Mail.PersonalPart, String> value) {
        return column(mails, mail -> mail.personal() == null ? null : value.apply(mail.personal()));
    }

    private static String[] calendar(Collection<Mail> mails, Function<CalendarMessage, String> value) {
        return column(mails, mail -> mail.calendar() == null ? null : value.apply(mail.calendar()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static PostedMail posted(ResultSet row, int index) throws SQLException {
        String mark = row.getString("link_mark");
        String calendarMethod = row.getString("calendar_method");
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new PostedMail(
                row.getLong("id"),
                new Mail(
                        row.getString("key"),
                        row.getString("kind"),
                        row.getString("cycle"),
                        row.getString("organisation"),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getString("address"),
                        row.getString("reply_to"),
                        row.getString("subject"),
                        row.getString("text_body"),
                        row.getString("html_body"),
                        mark == null
                                ? null
                                : new Mail.PersonalPart(
                                        mark,
                                        row.getString("link_purpose"),
                                        row.getString("link_subject").lines().toList()),
                        calendarMethod == null
                                ? null
                                : new CalendarMessage(
                                        CalendarEntry.Method.valueOf(calendarMethod), row.getString("calendar"))),
                MailStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getInt("unsure"),
                row.getString("last_error"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }
}
