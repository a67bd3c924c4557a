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

/** Meetings to test with; each has a key of its own. */
@TestComponent
public class MeetingFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EngineByHand engine;
    private final RuntimeService runtime;

    MeetingFixture(EngineByHand engine, RuntimeService runtime) {
        this.engine = engine;
        this.runtime = runtime;
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
}
