package nl.ruggespraak.notice;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the story at its end, for one organisation; every text of a person passes through a filter. */
final class JdbcStory {

    final String meeting;
    final String cycle;
    final String request;
    final long answer;
    final long news;
    final long nothing;
    final long escalation;

    private final JdbcClient jdbc;

    JdbcStory(JdbcClient jdbc, String meeting, UnaryOperator<String> says) {
        this.jdbc = jdbc;
        this.meeting = meeting;
        this.cycle = meeting + "/lnv";
        this.request = meeting + "/odbn";
        // The reminders of the stories before were other days': nobody gets two of a kind on one.
        insert("""
                update ruggespraak.mail set key = key || '/' || id
                where kind in ('reminder', 'nudge', 'report-back-reminder', 'report-backs-due', 'decision-due', 'silence',
                    'name-representative-reminder') and key like '%/____-__-__/%'
                """, Map.of());
        insert(
                """
                insert into ruggespraak.meeting (key, network, title, topic, host, location, region, lead_time_days, starts_at, ends_at,
                    announce_at, announce_by_itself_at, remind_at, asks_close_at, leads_due_at, report_period_ends_at, publish_due_at, evaluate_at,
                    planned_by, planned_at)
                values (:meeting, 'sam', :title, :topic, 'meierij', :location, 'den-bosch', 14, '2026-12-10T13:00Z', '2026-12-10T15:00Z',
                    '2026-11-26T13:00Z', '2026-11-27T13:00Z', '2026-12-04T08:00Z', '2026-12-08T16:00Z', '2026-12-11T16:00Z',
                    '2026-12-18T16:00Z', '2026-12-24T16:00Z', '2027-01-11T08:00Z', 'chair', '2026-11-20T08:00Z')
                """,
                Map.of(
                        "title", says.apply("Inspectors in the region"),
                        "topic", says.apply("Who inspects tomorrow?"),
                        "location", says.apply("Town hall, Sint-Michielsgestel")));
        insert(
                "insert into ruggespraak.meeting_statement values (:meeting, 1, :text)",
                Map.of("text", says.apply("An inspector can inspect anything.")));
        insert("""
                insert into ruggespraak.meeting_cycle (key, meeting, organisation, representative, status, announcement, attended)
                values (:cycle, :meeting, 'lnv', 'lnv-representative', 'REPORTED', :announcement, true)
                """, Map.of("announcement", says.apply("""
                On 10 December I go to De Meierij. I hear that the road authority and the environmental services will be there.

                Who has a candidate for me?
                """)));
        insert("update ruggespraak.representative_request set ended_at = now()", Map.of());
        insert("""
                insert into ruggespraak.representative_request (key, meeting, organisation, asked, asked_at)
                values (:meeting || '/odbn', :meeting, 'odbn', 'odbn-manager', now())
                """, Map.of());
        long round = number("""
                insert into ruggespraak.ask_round (cycle, colleague, status) values (:cycle, 'lnv-adviser-1', 'ANSWERED') returning id
                """, Map.of());
        insert(
                "insert into ruggespraak.ask_round (cycle, colleague, status) values (:cycle, 'lnv-adviser-2', 'CLOSED')",
                Map.of());
        long ask = number(
                """
                insert into ruggespraak.ask (round, cycle, colleague, place, kind, title, details, agreed_on, carried)
                values (:round, :cycle, 'lnv-adviser-1', 1, 'CANDIDATE', :title, '', '2026-11-20', true) returning id
                """,
                Map.of("round", round, "title", says.apply("Meat inspector, 12 years, wants to stay near Den Bosch")));
        long lead = number(
                """
                insert into ruggespraak.lead (cycle, place, kind, title, details, occupation, region, headcount, starts_on, organisation,
                    contact, answers_ask, recorded_by, recorded_at)
                values (:cycle, 1, 'STAFF_DEMAND', :title, :details, 'road-inspector', 'den-bosch', 25, '2027-06-01', 'rws', :contact, :ask,
                    'lnv-representative', '2026-12-10T16:00Z') returning id
                """,
                Map.of(
                        "title", says.apply("25 road inspectors wanted in six months"),
                        "details", says.apply("Recruiting starts next month. They train people themselves."),
                        "contact", says.apply("Ingrid van den Berg, 088-555 0215"),
                        "ask", ask));
        answer = number("""
                insert into ruggespraak.report_back (cycle, recipient, ask, lead, text, asks_for_action, status, sent_at)
                values (:cycle, 'lnv-adviser-1', :ask, :lead, :text, true, 'SENT', '2026-12-11T09:00Z') returning id
                """, Map.of("ask", ask, "lead", lead, "text", says.apply("""
                Dear Joost,

                You gave me an ask along to “Inspectors in the region”: “Meat inspector, 12 years”. This is what I brought back for you.

                Road Authority needs people: 25 road inspectors wanted in six months. You can act now: call Ingrid van den Berg.

                Kind regards,
                Marieke van Dijk""")));
        news = number(
                """
                insert into ruggespraak.report_back (cycle, recipient, lead, text, asks_for_action, status, sent_at)
                values (:cycle, 'lnv-adviser-2', :lead, :text, false, 'SENT', '2026-12-11T09:00Z') returning id
                """,
                Map.of(
                        "lead",
                        lead,
                        "text",
                        says.apply("Dear Fatima,\n\nRoad Authority needs people.\n\nKind regards,\nMarieke")));
        long other = number("""
                insert into ruggespraak.ask_round (cycle, colleague, status) values (:cycle, 'lnv-adviser-3', 'ANSWERED') returning id
                """, Map.of());
        long unanswered = number("""
                insert into ruggespraak.ask (round, cycle, colleague, place, kind, title, details, carried)
                values (:other, :cycle, 'lnv-adviser-3', 1, 'VACANCY', :title, '', true) returning id
                """, Map.of("other", other, "title", says.apply("Two HR advisers")));
        nothing = number(
                """
                insert into ruggespraak.report_back (cycle, recipient, ask, text, asks_for_action, status, sent_at)
                values (:cycle, 'lnv-adviser-3', :unanswered, :text, false, 'SENT', '2026-12-11T09:00Z') returning id
                """,
                Map.of(
                        "unanswered",
                        unanswered,
                        "text",
                        says.apply(
                                "Dear Sanne,\n\nI put it to the members, but there is nothing this time.\n\nKind regards,\nMarieke")));
        escalation = number(
                """
                insert into ruggespraak.escalation (cycle, lead, reason, director, status, decision, decision_reason, decided_by,
                    inquiry_ends_at, asked_at)
                values (:cycle, :lead, :reason, 'lnv-director', 'BOOKED', 'askDepartments', :why, 'lnv-director',
                    '2026-12-18T16:00Z', '2026-12-11T10:00Z') returning id
                """,
                Map.of(
                        "lead", lead,
                        "reason", says.apply("It is about 25 people, and they are needed in 6 months."),
                        "why", says.apply("We have our own plans for the inspectors.")));
        insert(
                "insert into ruggespraak.staff_inquiry (escalation, department_head) values (:escalation, 'lnv-department-head-1')",
                Map.of("escalation", escalation));
        insert(
                """
                insert into ruggespraak.deal (escalation, agreed, headcount, terms, agreed_by, agreed_at, placed, details, placed_at)
                values (:escalation, true, 25, :terms, 'lnv-director', '2026-12-20T10:00Z', 22, :details, '2027-01-05T10:00Z')
                """,
                Map.of(
                        "escalation", escalation,
                        "terms",
                                says.apply(
                                        "Six months of secondment, then a permanent post. Training by the road authority."),
                        "details", says.apply("22 began on 4 January; three chose to stay.")));
        insert("""
                insert into ruggespraak.result (cycle, escalation, outcome, headcount, booked_at)
                values (:cycle, :escalation, 'PLACED', 22, '2027-01-05T10:00Z')
                """, Map.of("escalation", escalation));
    }

    void announce(String announcement) {
        insert(
                "update ruggespraak.meeting_cycle set announcement = :announcement where key = :cycle",
                Map.of("announcement", announcement));
    }

    /** Colleagues of an organisation, as many as wanted. */
    static void addColleagues(JdbcClient jdbc, int howMany) {
        jdbc.sql("""
                        insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                        select 'colleague-' || n, 'lnv', 'Colleague', n::text, 'colleague' || n || '@lnv.example.org'
                        from generate_series(1, :howMany) n
                        """).param("howMany", howMany).update();
    }

    static void setLanguage(JdbcClient jdbc, String person, String language) {
        jdbc.sql("update ruggespraak.person set language = :language where key = :person")
                .param("language", language)
                .param("person", person)
                .update();
    }

    static void addToNames(JdbcClient jdbc, String suffix) {
        jdbc.sql("update ruggespraak.person set first_name = first_name || :suffix where organisation = 'lnv'")
                .param("suffix", suffix)
                .update();
    }

    static void takeFromNames(JdbcClient jdbc, String suffix) {
        jdbc.sql("update ruggespraak.person set first_name = replace(first_name, :suffix, '')")
                .param("suffix", suffix)
                .update();
    }

    private void insert(String sql, Map<String, Object> values) {
        statement(sql, values).update();
    }

    private long number(String sql, Map<String, Object> values) {
        return statement(sql, values).query(Long.class).single();
    }

    private JdbcClient.StatementSpec statement(String sql, Map<String, Object> values) {
        return jdbc.sql(sql).param("meeting", meeting).param("cycle", cycle).params(values);
    }
}
