package nl.ruggespraak.process.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ruggespraak.process.identity.SurfaceRule.Answer;
import nl.ruggespraak.site.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody walks the whole surface, asking for somebody else's things.
 *
 * @param things ids by kind
 * @param secrets what must not be in any answer
 */
record SurfaceWalk(String person, String whose, Map<String, String> things, Secrets secrets) {

    /** Ids, of which there are many, and words. */
    record Secrets(Set<String> ids, Set<String> words) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Pattern ID = Pattern.compile("[\\w:-]*[0-9a-f]{8}-[0-9a-f-]{27}");

    private static final List<String> MOUNTS =
            List.of("/engine-rest", "/camunda/api/engine/engine/default", "/engine-rest/engine/default");

    /** Walks them all, and tells what was not as it must be. */
    static List<String> faults(int port, List<SurfaceWalk> walks) {
        List<String> samples = new ArrayList<>();
        int calls = 0;
        for (SurfaceWalk walk : walks) {
            Visitor browser = Visitor.signedIn(port, walk.person());
            browser.get("/camunda/app/tasklist/default/");
            Visitor program = Visitor.program(port, walk.person());
            for (SurfaceRule rule : SurfaceRule.all()) {
                Map<String, String> things = new HashMap<>(walk.things());
                things.put("self", walk.person());
                String address = rule.address(things);
                String content = rule.content(things);
                if (address == null || content == null || rule.answer() == Answer.SIGNS_OUT) {
                    continue;
                }
                List<String> addresses = rule.isEngines()
                        ? mounts(rule, calls)
                                .map(mount -> mount + address.substring(SurfaceRule.ENGINE.length()))
                                .toList()
                        : List.of(address);
                for (String each : addresses) {
                    Visitor visitor = each.startsWith("/engine-rest") ? program : browser;
                    HttpResponse<String> answer =
                            visitor.json(rule.method().equals("ANY") ? "GET" : rule.method(), each, content);
                    calls++;
                    String fault = fault(rule.answer(), answer, walk.secrets());
                    if (fault != null) {
                        samples.add("%s asks for what is %s's: %s %s %s -> %d, %s: %.300s"
                                .formatted(
                                        walk.person(),
                                        walk.whose(),
                                        rule.method(),
                                        each,
                                        content,
                                        answer.statusCode(),
                                        fault,
                                        answer.body()));
                    }
                }
            }
        }
        return samples;
    }

    /** What is closed is so by one rule for all places; each walk asks in another. The rest is asked twice, and through the third place by everybody's first question. */
    private static Stream<String> mounts(SurfaceRule rule, int calls) {
        return rule.answer() == Answer.CLOSED
                ? Stream.of(MOUNTS.get(calls % MOUNTS.size()))
                : MOUNTS.stream().limit(2);
    }

    private static @Nullable String fault(Answer expected, HttpResponse<String> answer, Secrets secrets) {
        int status = answer.statusCode();
        if (status >= 500) {
            return "broken";
        }
        boolean refused = status == 401 || status == 403 || status == 404 || status == 429;
        String said = refused ? null : told(answer, secrets);
        if (said != null) {
            return "tells " + said;
        }
        boolean right = switch (expected) {
            case CLOSED -> status == 403 || status == 404;
            case REFUSED -> refused;
            case FAILS -> status >= 400;
            case EMPTY -> refused || status == 204 || status == 200 && isEmpty(answer.body());
            case OWN, PUBLIC, SIGNS_OUT -> true;
        };
        return right ? null : "not " + expected;
    }

    /** A secret that is in the answer, but was not in the question. */
    private static @Nullable String told(HttpResponse<String> answer, Secrets secrets) {
        String asked = answer.request().uri().toString();
        return Stream.concat(
                        ID.matcher(answer.body())
                                .results()
                                .map(MatchResult::group)
                                .filter(secrets.ids()::contains),
                        secrets.words().stream().filter(answer.body()::contains))
                .filter(secret -> !asked.contains(secret))
                .findFirst()
                .orElse(null);
    }

    /** No value in any list, and no number but 0. */
    private static boolean isEmpty(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return isEmpty(json);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isEmpty(JsonNode json) {
        return json.isContainerNode()
                ? Stream.iterate(0, i -> i + 1)
                        .limit(json.size())
                        .allMatch(i -> json.isObject()
                                && isEmpty(new ArrayList<>(json.properties())
                                        .get(i)
                                        .getValue()))
                : json.isNull() || json.isNumber() && json.asInt() == 0;
    }

    /** A sum over the rows of every table, but for those that count visits. */
    static Map<String, String> digest(JdbcClient jdbc) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : jdbc.sql("""
                        select schemaname || '.' || tablename from pg_tables where schemaname in (current_schema, 'ruggespraak')
                            and tablename not like 'act_ru_%meter_log' and tablename not like '%audit%' and tablename <> 'sign_in'
                        """).query(String.class).list()) {
            sums.put(
                    table,
                    jdbc.sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                            + table + " t")
                            .query(String.class)
                            .single());
        }
        return sums;
    }
}
