package nl.ruggespraak.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.database.NoAnswer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the engine does when our own database does not answer: it says so to whoever waits, and no job has used up a retry by it. */
@Component
class NoAnswerPlugin extends AbstractProcessEnginePlugin {

    private final MessageSource messages;
    private final Locale language;

    NoAnswerPlugin(MessageSource messages, @Value("${ruggespraak.language:en}") Locale language) {
        this.messages = messages;
        this.language = language;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(with(engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setFailedJobCommandFactory(FailedJob::new);
    }

    private List<CommandInterceptor> with(@Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        interceptors.add(new NoAnswerInterceptor(messages, language));
        if (others != null) {
            interceptors.addAll(others);
        }
        return interceptors;
    }

    /** Tries a job again later; and again as often as before when it was not its own failure. */
    static final class FailedJob extends DefaultJobRetryCmd {

        FailedJob(String job, Throwable failure) {
            super(job, failure);
        }

        @Override
        protected boolean shouldDecrementRetriesFor(Throwable failure) {
            return !NoAnswer.isOutage(failure) && super.shouldDecrementRetriesFor(failure);
        }
    }
}
