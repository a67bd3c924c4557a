package nl.ruggespraak.process.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What a role may do. Besides, everybody may read and work the tasks that are assigned to them ({@link AssigneeRights}),
 * chairs the meetings of their networks ({@link NetworkRights}), and nobody but an administrator sees anything of another organisation: organisations are tenants, which the engine
 * checks before any right.
 *
 * @param role nothing stands for everybody who is signed in
 * @param id the key of a definition, the name of an application, or {@code *}
 */
record Right(@Nullable Role role, Resources resource, String id, List<Permission> permissions) {

    /** Role × resource × permission: the truth, which the engine follows at each start. */
    static final List<Right> TABLE =
            """
            EVERYBODY       APPLICATION          tasklist             ACCESS
            EVERYBODY       FILTER               *                    READ
            EVERYBODY       PROCESS_DEFINITION   *                    READ

            CHAIR           PROCESS_INSTANCE     *                    CREATE
            CHAIR           PROCESS_DEFINITION   network-meeting      READ CREATE_INSTANCE

            REPRESENTATIVE  PROCESS_DEFINITION   meeting-cycle        READ READ_INSTANCE READ_HISTORY READ_TASK
            REPRESENTATIVE  PROCESS_DEFINITION   ask-round            READ READ_INSTANCE READ_TASK
            REPRESENTATIVE  PROCESS_DEFINITION   report-back          READ READ_INSTANCE READ_TASK

            MANAGER         APPLICATION          cockpit              ACCESS
            MANAGER         PROCESS_DEFINITION   meeting-cycle        READ READ_INSTANCE READ_HISTORY READ_TASK
            MANAGER         PROCESS_DEFINITION   representative-needed READ READ_INSTANCE READ_HISTORY READ_TASK
            MANAGER         PROCESS_DEFINITION   ask-round            READ READ_INSTANCE READ_HISTORY READ_TASK
            MANAGER         PROCESS_DEFINITION   report-back          READ READ_INSTANCE READ_HISTORY READ_TASK
            MANAGER         PROCESS_DEFINITION   director-escalation  READ READ_INSTANCE READ_HISTORY
            MANAGER         DECISION_DEFINITION  escalation-needed    READ READ_HISTORY
            MANAGER         DEPLOYMENT           *                    READ

            ADMINISTRATOR   EVERYTHING           *                    ALL
            """.lines().filter(line -> !line.isBlank()).flatMap(Right::read).toList();

    private static Stream<Right> read(String line) {
        List<String> words = List.of(line.trim().split(" +"));
        Role role = words.get(0).equals("EVERYBODY") ? null : Role.valueOf(words.get(0));
        Stream<Resources> resources = words.get(1).equals("EVERYTHING")
                ? Arrays.stream(Resources.values())
                : Stream.of(Resources.valueOf(words.get(1)));
        return resources.map(resource -> new Right(
                role,
                resource,
                words.get(2),
                words.stream().skip(3).map(word -> permission(resource, word)).toList()));
    }

    private static Permission permission(Resources resource, String name) {
        return resource == Resources.PROCESS_DEFINITION
                ? ProcessDefinitionPermissions.valueOf(name)
                : Permissions.valueOf(name);
    }
}
