package nl.ruggespraak.process.identity;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * What belongs to another organisation is forbidden, says the REST interface: 403. The engine itself throws an exception without a kind of its own for it, and some
 * of its resources make an answer 500 of that, as if something were broken.
 */
class ForeignOrganisation extends CommandInterceptor {

    private static final String FOREIGN = "because it belongs to no authenticated tenant";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            if (!(e instanceof AuthorizationException)
                    && String.valueOf(e.getMessage()).contains(FOREIGN)) {
                throw (AuthorizationException)
                        new AuthorizationException("This belongs to another organisation.").initCause(e);
            }
            throw e;
        }
    }
}
