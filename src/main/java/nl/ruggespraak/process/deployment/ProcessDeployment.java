package nl.ruggespraak.process.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models, decisions and forms as one, before the application takes its first request.
 *
 * <p>The engine tells an unchanged deployment by the names and bytes of its resources, so the names are relative and
 * the same in a folder of classes and in a jar. It is all or nothing: a changed form alone makes a new version of every
 * model, because a form belongs to the deployment of the model that shows it.
 */
@Component
public class ProcessDeployment implements SmartInitializingSingleton {

    private static final String NAME = "ruggespraak";
    private static final List<String> FOLDERS = List.of("bpmn/*.bpmn", "dmn/*.dmn", "forms/*.html");

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployment(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
    }

    /** Deploys what is on the class path, unless the newest deployment is just that. */
    void deploy() {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        found().forEach((name, resource) -> {
            try (InputStream content = resource.getInputStream()) {
                deployment.addInputStream(name, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        deployment.deploy();
    }

    private Map<String, Resource> found() {
        Map<String, Resource> found = new TreeMap<>();
        for (String folder : FOLDERS) {
            String prefix = folder.substring(0, folder.indexOf('/') + 1);
            try {
                for (Resource resource : resources.getResources("classpath:" + folder)) {
                    found.put(prefix + Objects.requireNonNull(resource.getFilename()), resource);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
