package nl.ruggespraak.process.identity;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the engine's authorizations of our roles equal to {@link Right#TABLE}. What somebody granted to a role by hand on
 * the same kinds of resources ends at the next start; what was granted to persons or to other groups stays.
 */
@Component
class CamundaRights {

    /** What a right is about: there is at most one authorization for each. */
    private record Subject(@Nullable String group, int resource, String id) {

        static Subject of(Right right) {
            Role role = right.role();
            return new Subject(
                    role == null ? null : role.group(), right.resource().resourceType(), right.id());
        }

        static Subject of(Authorization authorization) {
            return new Subject(
                    authorization.getGroupId(), authorization.getResourceType(), authorization.getResourceId());
        }
    }

    private final AuthorizationService authorizations;

    CamundaRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Transactional
    void grant() {
        Map<Subject, Authorization> granted = granted();
        for (Right right : Right.TABLE) {
            Authorization authorization = granted.remove(Subject.of(right));
            if (authorization == null) {
                authorization = newAuthorization(right);
            }
            authorization.setPermissions(right.permissions().toArray(Permission[]::new));
            authorizations.saveAuthorization(authorization);
        }
        granted.values().forEach(stray -> authorizations.deleteAuthorization(stray.getId()));
    }

    /** What our roles have now, but for single instances, tasks and groups: those rights are the engine's own. */
    private Map<Subject, Authorization> granted() {
        Set<Integer> kinds = Right.TABLE.stream()
                .filter(right -> right.role() != Role.ADMINISTRATOR)
                .map(right -> right.resource().resourceType())
                .collect(toSet());
        String[] groups = Arrays.stream(Role.values()).map(Role::group).toArray(String[]::new);
        return Stream.concat(
                        authorizations.createAuthorizationQuery().groupIdIn(groups).unlimitedList().stream(),
                        authorizations
                                .createAuthorizationQuery()
                                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                                .unlimitedList()
                                .stream())
                .filter(authorization -> kinds.contains(authorization.getResourceType())
                        || Authorization.ANY.equals(authorization.getResourceId()))
                .collect(toMap(Subject::of, authorization -> authorization));
    }

    private Authorization newAuthorization(Right right) {
        Role role = right.role();
        Authorization authorization = authorizations.createNewAuthorization(
                role == null ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
        if (role != null) {
            authorization.setGroupId(role.group());
        }
        authorization.setResource(right.resource());
        authorization.setResourceId(right.id());
        return authorization;
    }
}
