package nl.ruggespraak.process.deployment;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.shared.UnusableSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Puts what people read in a model into the installation's language when it is deployed. The models themselves are in
 * English, and then go out byte for byte; {@code models_nl.properties} has the Dutch, by file and id of the element.
 */
@Component
class ModelTexts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    /** These are named for programs. */
    private static final Set<String> TECHNICAL =
            Set.of("message", "escalation", "error", "signal", "variable", "output", "input");

    private final Locale language;
    private final Properties texts;

    ModelTexts(@Value("${ruggespraak.language:en}") Locale language) {
        if (!Languages.areSpoken(language)) {
            throw new UnusableSetting("ruggespraak.language is '" + language.toLanguageTag() + "', and there are: "
                    + String.join(
                            ", ",
                            Languages.SPOKEN.stream().map(Locale::toLanguageTag).toList()) + ".");
        }
        this.language = language;
        this.texts = isInEnglish() ? new Properties() : load(language);
    }

    /**
     * The model with its texts.
     *
     * @param file file name of the model
     * @throws IllegalStateException when a text is missing
     */
    String fill(String file, String model) {
        if (isInEnglish()) {
            return model;
        }
        Document document = parse(model);
        texts(file, document).forEach((key, place) -> place.setTextContent(text(key)));
        return write(document);
    }

    /** What people read in a model as it is, each text with its key. */
    static Map<String, String> inEnglish(String file, String model) {
        Map<String, String> english = new LinkedHashMap<>();
        texts(file, parse(model)).forEach((key, place) -> english.put(key, place.getTextContent()));
        return english;
    }

    static Properties load(Locale language) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(
                    new ClassPathResource("models_" + language.getLanguage() + ".properties"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isInEnglish() {
        return language.getLanguage().equals(Languages.ENGLISH.getLanguage());
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("models_" + language.getLanguage() + ".properties has no " + key);
        }
        return text;
    }

    /** Where a model says something to people: names and labels, what its processes are for, and sentences of a decision. */
    private static Map<String, Node> texts(String file, Document document) {
        String prefix = file.substring(0, file.lastIndexOf('.')) + ".";
        Map<String, Node> texts = new LinkedHashMap<>();
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String space = element.getNamespaceURI();
            if (!BPMN.equals(space) && !DMN.equals(space)) {
                continue;
            }
            String key = prefix + element.getAttribute("id");
            Node name = element.getAttributeNode("name");
            Node label = element.getAttributeNode("label");
            if (name != null && !TECHNICAL.contains(element.getLocalName())) {
                texts.put(key, name);
            }
            if (label != null) {
                texts.put(key, label);
            }
            if (element.getParentNode() instanceof Element parent) {
                String ofParent = prefix + parent.getAttribute("id");
                switch (element.getLocalName()) {
                    case "documentation" -> texts.put(ofParent + ".documentation", element);
                    case "text" -> {
                        if (saysSomething(parent) && element.getTextContent().contains("\"")) {
                            texts.put(ofParent, element);
                        }
                    }
                    default -> {}
                }
            }
        }
        return texts;
    }

    private static boolean saysSomething(Element expression) {
        return Set.of("outputEntry", "literalExpression", "textAnnotation").contains(expression.getLocalName());
    }

    private static Document parse(String model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(model)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("Not a model", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            StringWriter written = new StringWriter();
            factory.newTransformer().transform(new DOMSource(document), new StreamResult(written));
            return written.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
