package nl.ruggespraak.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A BPMN model as it lies in its file. */
record ModelFile(String fileName, String xml, BpmnModelInstance model) {

    private static final Path PROCESSES = Path.of("processes");

    static ModelFile of(String fileName, String xml) {
        return new ModelFile(
                fileName,
                xml,
                Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    static List<ModelFile> all() {
        return inFolder("bpmn", ".bpmn")
                .map(file -> of(file.getFileName().toString(), read(file)))
                .toList();
    }

    /** The names of the forms' files, and the keys of the decisions. */
    static Set<String> formsAndDecisions() {
        Stream<String> forms =
                inFolder("forms", ".html").map(file -> "forms/" + Objects.requireNonNull(file.getFileName()));
        Stream<String> decisions = inFolder("dmn", ".dmn")
                .flatMap(file -> Pattern.compile("<decision id=\"([^\"]+)\"")
                        .matcher(read(file))
                        .results()
                        .map(found -> found.group(1)));
        return Stream.concat(forms, decisions).collect(Collectors.toSet());
    }

    /** The model with something changed in its text. */
    ModelFile with(String text, String instead) {
        if (!xml.contains(text)) {
            throw new IllegalArgumentException("Not in the model: " + text);
        }
        return of(fileName, xml.replace(text, instead));
    }

    ModelFile named(String otherFileName) {
        return new ModelFile(otherFileName, xml, model);
    }

    <E extends ModelElementInstance> Stream<E> every(Class<E> type) {
        return model.getModelElementsByType(type).stream();
    }

    Stream<FlowNode> nodes() {
        return every(FlowNode.class);
    }

    Stream<SequenceFlow> flows() {
        return every(SequenceFlow.class);
    }

    /** What a pattern's first group finds in the text. */
    List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(xml)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    static <E extends BaseElement> List<String> ids(Stream<E> elements, Predicate<E> which) {
        return elements.filter(which).map(BaseElement::getId).toList();
    }

    @Override
    public String toString() {
        return fileName;
    }

    private static Stream<Path> inFolder(String folder, String ending) {
        Path place = PROCESSES.resolve(folder);
        if (!Files.isDirectory(place)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
