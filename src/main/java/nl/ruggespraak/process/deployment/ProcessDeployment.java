package nl.ruggespraak.process.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.ruggespraak.process.forms.FormTexts;
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
 * model, because a form belongs to the deployment of the model that shows it. Names and forms are deployed in the
 * installation's language, so another language makes a new version, too.
 */
@Component
public class ProcessDeployment implements SmartInitializingSingleton {

    private static final String NAME = "ruggespraak";
    private static final List<String> FOLDERS = List.of("bpmn/*.bpmn", "dmn/*.dmn", "forms/*.html");

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final FormTexts forms;
    private final ModelTexts models;

    ProcessDeployment(
            RepositoryService repository, ResourcePatternResolver resources, FormTexts forms, ModelTexts models) {
        this.repository = repository;
        this.resources = resources;
        this.forms = forms;
        this.models = models;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
    }

    /** Deploys what is on the class path, unless the newest deployment is just that. */
    void deploy() {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        found().forEach((name, resource) -> deployment.addInputStream(name, content(name, resource)));
        deployment.deploy();
    }

    private InputStream content(String name, Resource resource) {
        try {
            String content = resource.getContentAsString(StandardCharsets.UTF_8);
            String filled = name.endsWith(".html")
                    ? forms.fill(content)
                    : models.fill(Objects.requireNonNull(resource.getFilename()), content);
            return new ByteArrayInputStream(filled.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Resource> found() {
        Map<String, Resource> found = new TreeMap<>();
        for (String folder : FOLDERS) {
            String prefix = folder.substring(0, folder.indexOf('/') + 1);
            try {
                for (Resource resource : resources.getResources("classpath*:" + folder)) {
                    found.put(prefix + Objects.requireNonNull(resource.getFilename()), resource);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
