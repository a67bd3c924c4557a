package nl.ruggespraak.process.identity;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.jspecify.annotations.Nullable;

/**
 * Shows people the users of their own organisation, whose names stand on its tasks, and nobody else's. Rights could say the same only with a row for each pair of
 * colleagues.
 */
class OwnOrganisation extends CheckedPasswords {

    @Override
    public List<User> findUserByQueryCriteria(DbUserQueryImpl query) {
        String organisation = organisationOfReader();
        if (organisation == null) {
            return super.findUserByQueryCriteria(query);
        }
        return narrowed(query, organisation)
                ? getDbEntityManager().selectList("selectUserByQueryCriteria", query)
                : List.of();
    }

    @Override
    public long findUserCountByQueryCriteria(DbUserQueryImpl query) {
        String organisation = organisationOfReader();
        if (organisation == null) {
            return super.findUserCountByQueryCriteria(query);
        }
        return narrowed(query, organisation)
                ? (Long) getDbEntityManager().selectOne("selectUserCountByQueryCriteria", query)
                : 0;
    }

    @Override
    public List<Group> findGroupByQueryCriteria(DbGroupQueryImpl query) {
        return asksAboutAStranger(query) ? List.of() : super.findGroupByQueryCriteria(query);
    }

    @Override
    public long findGroupCountByQueryCriteria(DbGroupQueryImpl query) {
        return asksAboutAStranger(query) ? 0 : super.findGroupCountByQueryCriteria(query);
    }

    private static boolean narrowed(DbUserQueryImpl query, String organisation) {
        if (query.getTenantId() != null && !query.getTenantId().equals(organisation)) {
            return false;
        }
        query.memberOfTenant(organisation);
        return true;
    }

    /** In which groups somebody is tells what that person does. */
    private boolean asksAboutAStranger(DbGroupQueryImpl query) {
        Authentication reader = reader();
        if (reader == null || query.getUserId() == null || query.getUserId().equals(reader.getUserId())) {
            return false;
        }
        DbUserQueryImpl asked = new DbUserQueryImpl();
        asked.userId(query.getUserId());
        return findUserCountByQueryCriteria(asked) == 0;
    }

    /** Nothing for administrators, for those who belong to no organisation, and for the engine itself. */
    private static @Nullable String organisationOfReader() {
        Authentication reader = reader();
        List<String> tenants = reader == null ? null : reader.getTenantIds();
        return tenants == null || tenants.isEmpty() ? null : tenants.get(0);
    }

    private static @Nullable Authentication reader() {
        var context = Context.getCommandContext();
        Authentication reader = context.getAuthentication();
        return reader == null
                        || !context.isAuthorizationCheckEnabled()
                        || context.getAuthorizationManager().isCamundaAdmin(reader)
                ? null
                : reader;
    }
}
