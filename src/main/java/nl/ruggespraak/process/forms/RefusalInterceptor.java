package nl.ruggespraak.process.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Brings a refusal out of whatever the engine wrapped it in on its way from a listener: over REST as an answer from 400 to 409 with its sentences, one per line,
 * and one line in the log; to Java callers as itself. What two people did at the same moment begins again for the second one, who then hears what the first one did.
 *
 * <p>It must be the REST interface's own exception: for a process instance that is started, or a message, an engine's exception of whatever kind would become an
 * answer 500.
 */
class RefusalInterceptor extends CommandInterceptor {

    /** Tells a form what each sentence concerns, in their order: {@code title, asks/2/headcount}. */
    static final String REFUSED_FIELDS = "Refused-Fields";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalInterceptor.class);

    private final EngineRefusals refusals;
    private final RefusalSentences sentences;
    private final ProcessEngineConfigurationImpl engine;

    RefusalInterceptor(EngineRefusals refusals, RefusalSentences sentences, ProcessEngineConfigurationImpl engine) {
        this.refusals = refusals;
        this.sentences = sentences;
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        for (int tries = 1; ; tries++) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                Optional<ServletRequestAttributes> call = restCall();
                if (call.isEmpty() || Context.getCommandContext() != null) {
                    throw EngineRefusals.refusal(e)
                            .<RuntimeException>map(found -> found)
                            .orElse(e);
                }
                Optional<EngineRefusals.Told> told = refusals.of(e, command, reader(), engine);
                if (tries < Conflict.MOST_TRIES && mayHelp(e, told) && EngineRefusals.mayBeginAgain(command)) {
                    continue;
                }
                throw told.<RuntimeException>map(known -> answer(known, call.get()))
                        .orElse(e);
            }
        }
    }

    /** To begin again: after a conflict, and after what only half of somebody else's change explains. */
    private static boolean mayHelp(RuntimeException thrown, Optional<EngineRefusals.Told> told) {
        return told.isEmpty()
                ? !(thrown instanceof AuthorizationException) && !(thrown instanceof BadUserRequestException)
                : told.get().isAtOnce();
    }

    private InvalidRequestException answer(EngineRefusals.Told told, ServletRequestAttributes call) {
        Refusal refusal = told.refusal();
        HttpServletResponse response = call.getResponse();
        if (response != null) {
            response.setHeader(REFUSED_FIELDS, fields(refusal));
        }
        log(call.getRequest(), told.status().getStatusCode(), refusal);
        return new InvalidRequestException(told.status(), refusal, String.join("\n", sentences.of(refusal, reader())));
    }

    /** What each sentence concerns, as {@link #REFUSED_FIELDS} says it. */
    static String fields(Refusal refusal) {
        return refusal.problems().stream().map(RefusalInterceptor::path).collect(Collectors.joining(","));
    }

    /** One line that tells what was wrong, and nothing of what was sent. */
    static void log(HttpServletRequest request, int status, Refusal refusal) {
        List<String> wrong = refusal.problems().stream()
                .map(Problem::message)
                .distinct()
                .limit(5)
                .toList();
        LOG.info("{} {} is refused with {}: {}", request.getMethod(), request.getRequestURI(), status, wrong);
    }

    private @Nullable String reader() {
        var signedIn = engine.getIdentityService().getCurrentAuthentication();
        return signedIn == null ? null : signedIn.getUserId();
    }

    private static String path(Problem problem) {
        String path = problem.row() == null
                ? problem.field()
                : problem.field() + "/" + problem.row() + "/" + problem.concerns();
        return path.replaceAll("[^A-Za-z0-9/]", "");
    }

    private static Optional<ServletRequestAttributes> restCall() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast)
                .filter(call -> isRest(call.getRequest().getServletPath()));
    }

    static boolean isRest(String path) {
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api");
    }
}
