package nl.ruggespraak.process.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.ruggespraak.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * A call of the REST interfaces that somebody other than an administrator may make: of the engine's own under {@code /engine-rest}, with or without the engine's
 * name, and of the same under the web apps' {@code /camunda/api}. What such a call shows or does is up to the rights ({@link Right}) and the organisation; a call
 * that is not in the table reaches neither. So what comes with a new version of the engine is closed until somebody has thought about it.
 *
 * @param role nothing stands for everybody who is signed in
 * @param path with {@code *} for one segment, and {@code **} for what is left
 */
record Door(@Nullable Role role, Kind kind, List<String> path) {

    /** What goes through a door. */
    enum Kind {
        /** Only reads: GET, and HEAD. */
        READ("GET", "HEAD"),
        /** Only reads, but may ask in many words: GET, HEAD and POST. */
        ASK("GET", "HEAD", "POST"),
        /** Asks which calls there are. */
        OPTIONS("OPTIONS"),
        POST("POST"),
        PUT("PUT");

        private final List<String> methods;

        Kind(String... methods) {
            this.methods = List.of(methods);
        }
    }

    /** Role × kind × path: the truth. The engine's own interface first, then what only the web apps have. */
    static final List<Door> TABLE =
            """
            EVERYBODY  READ     /version
            EVERYBODY  READ     /engine
            EVERYBODY  READ     /authorization/check

            EVERYBODY  ASK      /task
            EVERYBODY  ASK      /task/count
            EVERYBODY  READ     /task/*
            EVERYBODY  READ     /task/*/form
            EVERYBODY  READ     /task/*/deployed-form
            EVERYBODY  READ     /task/*/form-variables
            EVERYBODY  READ     /task/*/variables
            EVERYBODY  READ     /task/*/variables/*
            EVERYBODY  READ     /task/*/variables/*/data
            EVERYBODY  READ     /task/*/localVariables
            EVERYBODY  READ     /task/*/localVariables/*
            EVERYBODY  READ     /task/*/localVariables/*/data
            EVERYBODY  READ     /task/*/identity-links
            EVERYBODY  READ     /task/*/comment
            EVERYBODY  POST     /task/*/complete
            EVERYBODY  POST     /task/*/submit-form
            EVERYBODY  POST     /task/*/claim
            EVERYBODY  POST     /task/*/unclaim
            EVERYBODY  POST     /task/*/comment/create

            EVERYBODY  READ     /filter
            EVERYBODY  READ     /filter/count
            EVERYBODY  READ     /filter/*
            EVERYBODY  ASK      /filter/*/list
            EVERYBODY  ASK      /filter/*/count
            EVERYBODY  ASK      /filter/*/singleResult
            EVERYBODY  OPTIONS  /filter
            EVERYBODY  OPTIONS  /filter/*

            EVERYBODY  READ     /user
            EVERYBODY  READ     /user/count
            EVERYBODY  READ     /user/*/profile
            EVERYBODY  PUT      /user/*/credentials
            EVERYBODY  ASK      /group
            EVERYBODY  ASK      /group/count
            EVERYBODY  READ     /group/*
            EVERYBODY  READ     /tenant
            EVERYBODY  READ     /tenant/count
            EVERYBODY  READ     /tenant/*
            EVERYBODY  READ     /identity/groups
            EVERYBODY  ASK      /identity/password-policy

            EVERYBODY  READ     /process-definition
            EVERYBODY  READ     /process-definition/count
            EVERYBODY  READ     /process-definition/statistics
            EVERYBODY  READ     /process-definition/*
            EVERYBODY  READ     /process-definition/*/xml
            EVERYBODY  READ     /process-definition/*/diagram
            EVERYBODY  READ     /process-definition/*/statistics
            EVERYBODY  READ     /process-definition/*/startForm
            EVERYBODY  READ     /process-definition/*/deployed-start-form
            EVERYBODY  READ     /process-definition/*/static-called-process-definitions
            EVERYBODY  READ     /process-definition/key/*
            EVERYBODY  READ     /process-definition/key/*/xml
            EVERYBODY  READ     /process-definition/key/*/diagram
            EVERYBODY  READ     /process-definition/key/*/statistics
            EVERYBODY  READ     /process-definition/key/*/startForm
            EVERYBODY  READ     /process-definition/key/*/deployed-start-form
            EVERYBODY  READ     /process-definition/key/*/static-called-process-definitions
            CHAIR      POST     /process-definition/*/start
            CHAIR      POST     /process-definition/*/submit-form
            CHAIR      READ     /process-definition/*/form-variables
            CHAIR      POST     /process-definition/key/*/start
            CHAIR      POST     /process-definition/key/*/submit-form
            CHAIR      READ     /process-definition/key/*/form-variables
            CHAIR      POST     /message

            MANAGER    READ     /decision-definition
            MANAGER    READ     /decision-definition/count
            MANAGER    READ     /decision-definition/*
            MANAGER    READ     /decision-definition/*/xml
            MANAGER    READ     /decision-definition/*/diagram
            MANAGER    READ     /decision-definition/key/*
            MANAGER    READ     /decision-definition/key/*/xml
            MANAGER    READ     /decision-definition/key/*/diagram

            EVERYBODY  ASK      /process-instance
            EVERYBODY  ASK      /process-instance/count
            EVERYBODY  READ     /process-instance/*
            EVERYBODY  READ     /process-instance/*/activity-instances
            EVERYBODY  READ     /process-instance/*/variables
            EVERYBODY  READ     /process-instance/*/variables/*
            EVERYBODY  READ     /process-instance/*/comment
            EVERYBODY  ASK      /execution
            EVERYBODY  ASK      /execution/count
            EVERYBODY  READ     /execution/*
            EVERYBODY  READ     /execution/*/localVariables
            EVERYBODY  READ     /execution/*/localVariables/*
            EVERYBODY  ASK      /variable-instance
            EVERYBODY  ASK      /variable-instance/count
            EVERYBODY  READ     /variable-instance/*
            EVERYBODY  READ     /incident
            EVERYBODY  READ     /incident/count
            EVERYBODY  READ     /incident/*

            MANAGER    ASK      /job
            MANAGER    ASK      /job/count
            MANAGER    READ     /job/*
            MANAGER    ASK      /job-definition
            MANAGER    ASK      /job-definition/count
            MANAGER    READ     /job-definition/*
            MANAGER    ASK      /external-task
            MANAGER    ASK      /external-task/count
            MANAGER    READ     /decision-requirements-definition
            MANAGER    READ     /decision-requirements-definition/count
            MANAGER    READ     /case-definition
            MANAGER    READ     /case-definition/count
            MANAGER    READ     /deployment
            MANAGER    READ     /deployment/count
            MANAGER    READ     /deployment/*
            MANAGER    READ     /deployment/*/resources
            MANAGER    READ     /deployment/*/resources/*
            MANAGER    READ     /deployment/*/resources/*/data
            MANAGER    READ     /batch
            MANAGER    READ     /batch/count
            MANAGER    READ     /batch/statistics
            MANAGER    READ     /batch/statistics/count
            MANAGER    READ     /history/batch
            MANAGER    READ     /history/batch/count
            MANAGER    READ     /task/report/candidate-group-count

            EVERYBODY  ASK      /history/task
            EVERYBODY  ASK      /history/task/count
            EVERYBODY  READ     /history/user-operation
            EVERYBODY  READ     /history/user-operation/count
            EVERYBODY  ASK      /history/process-instance
            EVERYBODY  ASK      /history/process-instance/count
            EVERYBODY  READ     /history/process-instance/*
            EVERYBODY  ASK      /history/activity-instance
            EVERYBODY  ASK      /history/activity-instance/count
            EVERYBODY  READ     /history/activity-instance/*
            EVERYBODY  ASK      /history/variable-instance
            EVERYBODY  ASK      /history/variable-instance/count
            EVERYBODY  READ     /history/variable-instance/*
            EVERYBODY  ASK      /history/detail
            EVERYBODY  READ     /history/detail/count
            EVERYBODY  READ     /history/detail/*
            EVERYBODY  READ     /history/identity-link-log
            EVERYBODY  READ     /history/identity-link-log/count
            EVERYBODY  READ     /history/incident
            EVERYBODY  READ     /history/incident/count
            EVERYBODY  READ     /history/decision-instance
            EVERYBODY  READ     /history/decision-instance/count
            EVERYBODY  READ     /history/decision-instance/*

            EVERYBODY  READ     admin:/auth/user/*
            EVERYBODY  POST     admin:/auth/user/*/logout
            EVERYBODY  READ     tasklist:/plugin/tasklistPlugins/static/**
            MANAGER    READ     cockpit:/plugin/base/static/**
            MANAGER    READ     cockpit:/plugin/cockpitPlugins/static/**
            MANAGER    ASK      cockpit:/plugin/base/*/incident
            MANAGER    ASK      cockpit:/plugin/base/*/incident/count
            MANAGER    READ     cockpit:/plugin/base/*/process-definition/statistics
            MANAGER    READ     cockpit:/plugin/base/*/process-definition/statistics-count
            MANAGER    ASK      cockpit:/plugin/base/*/process-definition/*/called-process-definitions
            MANAGER    ASK      cockpit:/plugin/base/*/process-instance
            MANAGER    ASK      cockpit:/plugin/base/*/process-instance/count
            MANAGER    ASK      cockpit:/plugin/base/*/process-instance/*/called-process-instances
            """.lines().filter(line -> !line.isBlank()).map(Door::read).toList();

    private static Door read(String line) {
        String[] words = line.trim().split(" +");
        return new Door(
                words[0].equals("EVERYBODY") ? null : Role.valueOf(words[0]),
                Kind.valueOf(words[1]),
                segments(words[2]));
    }

    /** Whether this door is meant, by a method and a path as {@link #within} gives it. */
    boolean leads(String method, List<String> to) {
        boolean further = path.get(path.size() - 1).equals("**");
        int segments = further ? path.size() - 1 : path.size();
        return kind.methods.contains(method.toUpperCase(Locale.ROOT))
                && (further ? to.size() > segments : to.size() == segments)
                && IntStream.range(0, segments)
                        .allMatch(i -> path.get(i).equals("*") || path.get(i).equals(to.get(i)));
    }

    /** The path as it stands in the table, one segment after the other. */
    String pathInWords() {
        String words = String.join("/", path);
        return words.contains(":/") ? words : "/" + words;
    }

    /**
     * A request's path as the table has it: without the place where an interface is mounted, and without the engine's name. Nothing when it is no interface's.
     */
    static @Nullable List<String> within(String requestPath) {
        List<String> path = segments(requestPath);
        if (starts(path, "engine-rest", "engine", "*") && path.size() > 3) {
            return path.subList(3, path.size());
        }
        if (starts(path, "engine-rest")) {
            return path.subList(1, path.size());
        }
        if (starts(path, "camunda", "api", "engine", "engine", "*") && path.size() > 5) {
            return path.subList(5, path.size());
        }
        if (starts(path, "camunda", "api", "engine")) {
            return path.subList(3, path.size());
        }
        if (starts(path, "camunda", "api", "*") && path.size() > 3) {
            return IntStream.range(2, path.size())
                    .mapToObj(i -> i == 2 ? path.get(i) + ":" : path.get(i))
                    .toList();
        }
        return null;
    }

    private static boolean starts(List<String> path, String... segments) {
        return path.size() >= segments.length
                && IntStream.range(0, segments.length)
                        .allMatch(i -> segments[i].equals("*") || segments[i].equals(path.get(i)));
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
