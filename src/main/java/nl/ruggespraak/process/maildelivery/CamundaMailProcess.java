package nl.ruggespraak.process.maildelivery;

import java.util.List;
import nl.ruggespraak.mail.MailProcess;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Delivers each mail by a process instance of its own, so that one that cannot be delivered holds up no other work. */
@Component
class CamundaMailProcess implements MailProcess {

    private final RuntimeService runtime;

    CamundaMailProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void posted(List<Posted> mails) {
        for (Posted posted : mails) {
            VariableMap variables = Variables.createVariables();
            ProcessVariables.MAIL.put(variables, posted.id());
            if (posted.mail().organisation() != null) {
                ProcessVariables.ORGANISATION.put(variables, posted.mail().organisation());
            }
            runtime.startProcessInstanceByKey("mail-delivery", posted.mail().cycle(), variables);
        }
    }
}
