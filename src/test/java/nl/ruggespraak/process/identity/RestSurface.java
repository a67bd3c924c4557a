package nl.ruggespraak.process.identity;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every end point that the running application answers, read from what is registered: the JAX-RS resources of the engine's REST interface and of the web apps, with
 * all their sub-resources, and the handlers of our own pages.
 */
class RestSurface {

    /** {@code GET /engine-rest/task/{id}}. */
    record EndPoint(String method, String path) implements Comparable<EndPoint> {

        @Override
        public int compareTo(EndPoint other) {
            return (path + " " + method).compareTo(other.path + " " + other.method);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final String APPLICATION = "jakarta.ws.rs.Application";

    private final Set<EndPoint> endPoints = new TreeSet<>();

    /** Where the engine's own interface is mounted: one place for all engines and two for the engine with a name. */
    static final List<String> ENGINE_MOUNTS =
            List.of("/camunda/api/engine/engine/{name}", "/engine-rest/engine/{name}", "/engine-rest");

    /** All end points, in the order of their paths. */
    static Set<EndPoint> of(ServletContext servlets, ResourceConfig engineRest, RequestMappingHandlerMapping pages) {
        RestSurface surface = new RestSurface();
        surface.resources("/engine-rest", engineRest.getClasses());
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            String application = servlet.getInitParameter(APPLICATION);
            if (application != null) {
                String mount = servlet.getMappings().iterator().next().replaceAll("/\\*$", "");
                surface.resources(mount, application(application).getClasses());
            }
        }
        pages.getHandlerMethods().keySet().forEach(surface::page);
        return surface.endPoints;
    }

    private static Application application(String name) {
        try {
            return (Application) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void page(RequestMappingInfo page) {
        for (String pattern : page.getPatternValues()) {
            String path = plain(pattern);
            if (page.getMethodsCondition().getMethods().isEmpty()) {
                endPoints.add(new EndPoint("ANY", path));
            }
            page.getMethodsCondition().getMethods().forEach(method -> endPoints.add(new EndPoint(method.name(), path)));
        }
    }

    private void resources(String mount, Set<Class<?>> classes) {
        for (Class<?> type : classes) {
            Path path = annotation(type, Path.class);
            if (path != null) {
                walk(type, join(mount, path), List.of());
            }
        }
    }

    private void walk(Class<?> type, String prefix, List<Class<?>> above) {
        if (above.contains(type)) {
            throw new IllegalStateException(type + " leads to itself");
        }
        List<Class<?>> here = new ArrayList<>(above);
        here.add(type);
        for (Method method : type.getMethods()) {
            Path path = annotation(method, Path.class);
            List<String> verbs = verbs(method);
            String full = path == null ? prefix : join(prefix, path);
            verbs.forEach(verb -> endPoints.add(new EndPoint(verb, full)));
            if (verbs.isEmpty() && path != null) {
                walk(method.getReturnType(), full, here);
            }
        }
    }

    /** Whatever regular expression a parameter has: {@code {path: .*}} is {@code {path}}. */
    private static String plain(String path) {
        return path.replaceAll("\\{\\s*([\\w-]+)\\s*:[^}]*}", "{$1}");
    }

    private static String join(String prefix, Path path) {
        String tail = plain(path.value()).replaceAll("^/+|/+$", "");
        return tail.isEmpty() ? prefix : prefix + "/" + tail;
    }

    private static List<String> verbs(Method method) {
        return declarations(method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .distinct()
                .toList();
    }

    private static <A extends Annotation> @org.jspecify.annotations.Nullable A annotation(
            Method method, Class<A> kind) {
        return declarations(method)
                .map(declared -> declared.getAnnotation(kind))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static <A extends Annotation> @org.jspecify.annotations.Nullable A annotation(
            Class<?> type, Class<A> kind) {
        return types(type)
                .map(each -> each.getAnnotation(kind))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    /** JAX-RS inherits annotations of overridden methods. */
    private static Stream<Method> declarations(Method method) {
        return types(method.getDeclaringClass()).flatMap(type -> {
            try {
                return Stream.of(type.getDeclaredMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException e) {
                return Stream.empty();
            }
        });
    }

    private static Stream<Class<?>> types(@org.jspecify.annotations.Nullable Class<?> type) {
        return type == null || type == Object.class
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                types(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(RestSurface::types)));
    }
}
