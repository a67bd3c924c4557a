package nl.ruggespraak.process.forms;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the {@link RefusalInterceptor} around every command of the engine, outside its transaction. */
@Component
class RefusalPlugin extends AbstractProcessEnginePlugin {

    private final EngineRefusals refusals;
    private final RefusalSentences sentences;

    RefusalPlugin(EngineRefusals refusals, RefusalSentences sentences) {
        this.refusals = refusals;
        this.sentences = sentences;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(
                outermost(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                outermost(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> outermost(
            ProcessEngineConfigurationImpl engine, @Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        interceptors.add(new RefusalInterceptor(refusals, sentences, engine));
        if (others != null) {
            interceptors.addAll(others);
        }
        return interceptors;
    }
}
