package nl.ruggespraak.process.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Refuses questions to the engine that would occupy the database for long: each variable, each order by one, and each part of an "or" is a join more. It goes by what
 * is sent, so it holds for every kind of question that there is, for stored ones, and for what the web apps ask past the engine's own queries.
 */
class QueryBounds extends OncePerRequestFilter {

    /** The most variables, parts, or orders of one question, over all its parts. */
    static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(QueryBounds.class);

    private static final int DEEPEST = 50;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final MessageSource messages;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    QueryBounds(MessageSource messages, LocaleResolver languages, ObjectMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForm(request.getContentType())) {
            pass(request, response, chain, inAddress(request));
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        String refusal = inAddress(request);
        pass(new ReadRequest(request, body), response, chain, refusal == null ? inBody(body) : refusal);
    }

    private void pass(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, @Nullable String refusal)
            throws ServletException, IOException {
        if (refusal == null) {
            chain.doFilter(request, response);
            return;
        }
        LOG.info(
                "{} {} is refused with {}: [{}]",
                request.getMethod(),
                request.getRequestURI(),
                HttpServletResponse.SC_BAD_REQUEST,
                refusal);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        String sentence = messages.getMessage(refusal, new Object[] {MOST, DEEPEST}, languages.resolveLocale(request));
        json.writeValue(response.getOutputStream(), Map.of("type", "InvalidRequestException", "message", sentence));
    }

    private static @Nullable String inAddress(HttpServletRequest request) {
        long variables = request.getParameterMap().entrySet().stream()
                .filter(parameter -> Part.named(parameter.getKey()) == Part.VARIABLES)
                .flatMap(parameter -> Arrays.stream(parameter.getValue()))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .count();
        return variables > MOST ? Part.VARIABLES.refusal : null;
    }

    private static @Nullable String inBody(byte[] body) throws IOException {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Part part = token == JsonToken.START_OBJECT
                        ? listed(parser.getParsingContext().getParent())
                        : null;
                if (part != null && counts.merge(part, 1, Integer::sum) > MOST) {
                    return part.refusal;
                }
            }
            return null;
        } catch (StreamConstraintsException e) {
            return "engine.query.deep";
        } catch (JsonProcessingException e) {
            return "engine.query.unreadable";
        }
    }

    /** What an object is that stands in a list: the list's name says it. */
    private static @Nullable Part listed(@Nullable JsonStreamContext around) {
        if (around == null || !around.inArray()) {
            return null;
        }
        JsonStreamContext named = around;
        while (named != null && !named.inObject()) {
            named = named.getParent();
        }
        return named == null ? null : Part.named(named.getCurrentName());
    }

    private static boolean isForm(@Nullable String type) {
        return type != null
                && (type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                        || type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    /** Of what a question has many. */
    private enum Part {
        VARIABLES("engine.query.variables"),
        SUBQUERIES("engine.query.subqueries"),
        ORDERS("engine.query.orders");

        private final String refusal;

        Part(String refusal) {
            this.refusal = refusal;
        }

        static @Nullable Part named(@Nullable String name) {
            if (name == null) {
                return null;
            }
            if (name.endsWith("ariables")) {
                return VARIABLES;
            }
            return switch (name) {
                case "orQueries" -> SUBQUERIES;
                case "sorting" -> ORDERS;
                default -> null;
            };
        }
    }
}
