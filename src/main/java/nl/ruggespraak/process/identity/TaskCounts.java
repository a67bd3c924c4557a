package nl.ruggespraak.process.identity;

import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.impl.TaskReportImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskReportManager;

/**
 * Lets managers count the tasks of their organisation that wait for a group, which a page of Cockpit does. The engine would want the right to read every task, be it
 * a director's, for a number.
 */
class TaskCounts extends TaskReportManager {

    @Override
    protected void configureQuery(TaskReportImpl report) {
        Authentication reader = getCurrentAuthentication();
        if (reader != null
                && reader.getGroupIds() != null
                && reader.getGroupIds().contains(Role.MANAGER.group())) {
            getTenantManager().configureTenantCheck(report.getTenantCheck());
        } else {
            super.configureQuery(report);
        }
    }

    /** Opens it where the engine asks for its own. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskReportManager.class;
        }

        @Override
        public Session openSession() {
            return new TaskCounts();
        }
    }
}
