package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Meetings to test with; each has a key of its own. */
@TestComponent
public class MeetingFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EngineByHand engine;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    MeetingFixture(EngineByHand engine, RuntimeService runtime, JdbcClient jdbc) {
        this.engine = engine;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    /** What a chair types to plan a meeting in sixty days. */
    public Map<String, Object> aPlan() {
        LocalDate day = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC)
                .plusDays(60);
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", "Inspectors in the region");
        fields.put("network", "sam");
        fields.put("startsAt", day + "T14:00");
        fields.put("endsAt", day + "T16:00");
        fields.put("location", "Town hall, 's-Hertogenbosch");
        fields.put("region", "den-bosch");
        fields.put("host", "meierij");
        fields.put("topic", "Who inspects tomorrow?");
        fields.put("statements", json("[\"An inspector can inspect anything\"]"));
        fields.put("leadTimeDays", 14L);
        return fields;
    }

    /** A meeting that a chair has planned, and whose member organisations have been invited. */
    public String aPlannedMeeting() {
        return planned(aPlan());
    }

    /** A meeting that was planned with these fields. */
    public String planned(Map<String, Object> fields) {
        String key = "test-meeting-" + NUMBER.incrementAndGet();
        engine.as("chair", () -> runtime.startProcessInstanceByKey("network-meeting", key, fields));
        engine.work(key);
        return key;
    }

    /** A meeting that one organisation has announced; returns the key of its cycle. Its colleagues have been asked. */
    public String anAnnouncedMeeting(String organisation) {
        String cycle = aPlannedMeeting() + "/" + organisation;
        engine.fire(cycle, "timer_announcementDue");
        engine.complete(organisation + "-representative", cycle, "userTask_announceMeeting", Map.of());
        return cycle;
    }

    /** A meeting to which the representative of one organisation takes an ask of the first adviser; returns the key of its cycle. */
    public String aBriefedMeeting(String organisation) {
        String cycle = anAnnouncedMeeting(organisation);
        engine.complete(organisation + "-adviser-1", cycle, "userTask_giveAsks", Map.of("asks", json("""
                [{"kind": "QUESTION", "title": "Who trains inspectors?", "details": "Ours want to learn"}]
                """)));
        engine.fire(cycle, "timer_asksClose");
        engine.complete(
                organisation + "-representative",
                cycle,
                "userTask_prepareBriefing",
                Map.of("carriedAsks", json("[" + ask(cycle) + "]")));
        return cycle;
    }

    /** Such a meeting, which has begun. */
    public String aStartedMeeting(String organisation) {
        String cycle = aBriefedMeeting(organisation);
        engine.fire(cycle, "timer_meetingStarts");
        return cycle;
    }

    /** Such a meeting, from which something was brought back for the ask; the report-backs are sent. */
    public String aReportedMeeting(String organisation) {
        String cycle = aStartedMeeting(organisation);
        String representative = organisation + "-representative";
        engine.complete(
                representative, cycle, "userTask_recordLeads", Map.of("attended", true, "leads", json("""
                [{"kind": "STAFF_DEMAND", "title": "25 road inspectors", "occupation": "road-inspector", "headcount": 25, "organisation": "rws",
                  "contact": "Ingrid van den Berg, 088-555 0215", "answersAsk": %d}]
                """.formatted(
                                ask(cycle)))));
        engine.complete(
                representative,
                cycle,
                "userTask_sendReportBacks",
                Map.of(
                        "reportBacks",
                        json(jdbc.sql("""
                        select json_agg(json_build_object('reportBack', id, 'text', text, 'send', true))::text
                        from ruggespraak.report_back where cycle = ?
                        """).param(cycle).query(String.class).single())));
        return cycle;
    }

    /** Id of the ask that is carried to such a meeting. */
    public long ask(String cycle) {
        return jdbc.sql("select id from ruggespraak.ask where cycle = ?")
                .param(cycle)
                .query(Long.class)
                .single();
    }

    /** Id of the answer to that ask. */
    public long answer(String cycle) {
        return jdbc.sql("select id from ruggespraak.report_back where cycle = ? and ask is not null")
                .param(cycle)
                .query(Long.class)
                .single();
    }
}
