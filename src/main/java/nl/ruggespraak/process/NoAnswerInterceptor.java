package nl.ruggespraak.process;

import jakarta.ws.rs.core.Response;
import java.util.Locale;
import nl.ruggespraak.database.NoAnswer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.context.MessageSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Over the engine's REST interfaces, answers 503 with a sentence when the database does not answer; they would make it 500. */
class NoAnswerInterceptor extends CommandInterceptor {

    private final MessageSource messages;
    private final Locale language;

    NoAnswerInterceptor(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (InvalidRequestException e) {
            throw e;
        } catch (RuntimeException e) {
            if (NoAnswer.isReasonOf(e)
                    && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                    && isRest(call.getRequest().getServletPath())) {
                NoAnswer.note(call.getRequest());
                throw new InvalidRequestException(
                        Response.Status.SERVICE_UNAVAILABLE,
                        e,
                        messages.getMessage("site.error.busy.text", new Object[] {0, 0}, language));
            }
            throw e;
        }
    }

    private static boolean isRest(String path) {
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api");
    }
}
