package nl.ruggespraak.process.forms;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Brings a refusal out of whatever the engine wrapped it in on its way from a listener: over REST as an answer 400 with its sentences, one per line; to Java
 * callers as itself.
 *
 * <p>It must be the REST interface's own exception: for a process instance that is started, or a message, an engine's exception of whatever kind would become an
 * answer 500.
 */
class RefusalInterceptor extends CommandInterceptor {

    /** Tells a form what each sentence concerns, in their order: {@code title, asks/2/headcount}. */
    static final String REFUSED_FIELDS = "Refused-Fields";

    private final RefusalSentences sentences;
    private final IdentityService identity;

    RefusalInterceptor(RefusalSentences sentences, IdentityService identity) {
        this.sentences = sentences;
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refusal refusal = refusal(e);
            if (refusal == null) {
                throw e;
            }
            throw restCall()
                    .<RuntimeException>map(call -> answer(refusal, call))
                    .orElse(refusal);
        }
    }

    private InvalidRequestException answer(Refusal refusal, ServletRequestAttributes call) {
        HttpServletResponse response = call.getResponse();
        if (response != null) {
            response.setHeader(
                    REFUSED_FIELDS,
                    refusal.problems().stream().map(RefusalInterceptor::path).collect(Collectors.joining(",")));
        }
        var signedIn = identity.getCurrentAuthentication();
        return new InvalidRequestException(
                Response.Status.BAD_REQUEST,
                refusal,
                String.join("\n", sentences.of(refusal, signedIn == null ? null : signedIn.getUserId())));
    }

    private static String path(Problem problem) {
        String path = problem.row() == null
                ? problem.field()
                : problem.field() + "/" + problem.row() + "/" + problem.concerns();
        return path.replaceAll("[^A-Za-z0-9/]", "");
    }

    private static @Nullable Refusal refusal(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Optional<ServletRequestAttributes> restCall() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast)
                .filter(call -> isRest(call.getRequest().getServletPath()));
    }

    private static boolean isRest(String path) {
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api");
    }
}
