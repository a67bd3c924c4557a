package nl.ruggespraak.process.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.ruggespraak.process.identity.ReadRequest;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the variables that are sent with a task, a plan or a message before the engine does, and refuses those that are no value of the kind they are said to be. The
 * engine would tell so in English, with an answer 500, or with a Java object that somebody else made up.
 */
class VariablesFilter extends OncePerRequestFilter {

    private static final Pattern SENDS_VARIABLES = Pattern.compile(
            "/(engine-rest|camunda/api/engine)/(.*/)?(task/[^/]+/(complete|submit-form|resolve)|process-definition/.+/(start|submit-form)|message)/*");

    private static final List<String> MAPS = List.of(
            "variables",
            "modifications",
            "processVariables",
            "processVariablesLocal",
            "processVariablesToTriggeredScope",
            "correlationKeys",
            "localCorrelationKeys");

    private static final int LONGEST_NAME = 64;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]xx").withResolverStyle(ResolverStyle.STRICT);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final RefusalSentences sentences;

    VariablesFilter(RefusalSentences sentences) {
        this.sentences = sentences;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String rest = request.getPathInfo() == null ? "" : request.getPathInfo();
        return !request.getMethod().equals("POST")
                || !SENDS_VARIABLES.matcher(request.getServletPath() + rest).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readAllBytes();
        List<Problem> problems = problems(body);
        if (problems.isEmpty()) {
            chain.doFilter(new ReadRequest(request, body), response);
            return;
        }
        Refusal refusal = new Refusal(problems);
        Principal reader = request.getUserPrincipal();
        int status = HttpServletResponse.SC_BAD_REQUEST;
        RefusalInterceptor.log(request, status, refusal);
        response.setStatus(status);
        response.setHeader(RefusalInterceptor.REFUSED_FIELDS, RefusalInterceptor.fields(refusal));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        String said = String.join("\n", sentences.of(refusal, reader == null ? null : reader.getName()));
        JSON.writeValue(response.getOutputStream(), Map.of("type", "InvalidRequestException", "message", said));
    }

    private static List<Problem> problems(byte[] body) {
        JsonNode sent = parsed(new String(body, StandardCharsets.UTF_8));
        if (sent == null || !(sent.isObject() || sent.isMissingNode())) {
            return List.of(Problem.of("", "refusal.variables.unreadable"));
        }
        List<Problem> problems = new ArrayList<>();
        for (String name : MAPS) {
            JsonNode variables = sent.path(name);
            if (variables.isObject()) {
                variables.properties().forEach(variable -> check(variable.getKey(), variable.getValue(), problems));
            } else if (!variables.isNull() && !variables.isMissingNode()) {
                problems.add(Problem.of("", "refusal.variables.unreadable"));
            }
        }
        return problems;
    }

    private static void check(String name, JsonNode variable, List<Problem> problems) {
        JsonNode type = variable.path("type");
        JsonNode info = variable.path("valueInfo");
        if (!variable.isObject() || !(type.isTextual() || isNothing(type)) || !(info.isObject() || isNothing(info))) {
            problems.add(problem(name, "refusal.variable.unreadable"));
            return;
        }
        String wrong = isNothing(type) ? null : wrong(type.textValue(), variable.path("value"));
        if (wrong != null) {
            problems.add(problem(name, wrong));
        }
    }

    /** Why this is no value of that type; nothing when it is one. The engine takes a type's name with a small or a capital letter. */
    private static @Nullable String wrong(String type, JsonNode value) {
        return switch (type) {
            case "String", "string" -> value.isContainerNode() ? "refusal.text.notText" : null;
            case "Boolean", "boolean" ->
                isNothing(value) || value.isBoolean() || value.asText().matches("true|false")
                        ? null
                        : "refusal.flag.notYesOrNo";
            case "Short", "short" -> wrongNumber(value, Short.SIZE);
            case "Integer", "integer" -> wrongNumber(value, Integer.SIZE);
            case "Long", "long" -> wrongNumber(value, Long.SIZE);
            case "Double", "double" ->
                isNothing(value) || value.isNumber() && Double.isFinite(value.doubleValue())
                        ? null
                        : "refusal.number.notWhole";
            case "Date", "date" -> isNothing(value) || isDate(value) ? null : "refusal.date.notADate";
            case "Json", "json" ->
                isNothing(value) || value.isTextual() && parsed(value.textValue()) != null
                        ? null
                        : "refusal.list.unreadable";
            case "Null", "null" -> isNothing(value) ? null : "refusal.variable.unreadable";
            default -> "refusal.variable.kind";
        };
    }

    private static @Nullable String wrongNumber(JsonNode value, int bits) {
        if (isNothing(value)) {
            return null;
        }
        if (!value.isIntegralNumber() && !value.asText().matches("-?\\d{1,40}")) {
            return "refusal.number.notWhole";
        }
        return new BigInteger(value.asText()).bitLength() < bits ? null : "refusal.number.tooLarge";
    }

    private static boolean isDate(JsonNode value) {
        try {
            OffsetDateTime.parse(value.asText(), DATE);
            return value.isTextual();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    /** Nothing when it is no JSON, or nested deeper than anybody fills in a form. */
    private static @Nullable JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Problem problem(String name, String message) {
        String field = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        return Problem.of(field, message, new DefaultMessageSourceResolvable(new String[] {"field." + field}, field));
    }
}
