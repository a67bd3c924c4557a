package nl.ruggespraak.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.ruggespraak.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Takes in ESCO from the folder {@code ruggespraak.catalogue.import} when the application starts, tells what it did, and goes on in any case. */
@Component
@ConditionalOnProperty("ruggespraak.catalogue.import")
class EscoAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EscoAtStart.class);

    private final Path folder;
    private final ImportEsco importEsco;
    private final MessageSource messages;
    private final Locale language;
    private final Clock clock;

    EscoAtStart(
            @Value("${ruggespraak.catalogue.import}") Path folder,
            ImportEsco importEsco,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language,
            Clock clock) {
        this.folder = folder;
        this.importEsco = importEsco;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Instant begun = clock.instant();
        try {
            EscoReport report = importEsco.from(folder);
            String done = report.changedNothing()
                    ? say("catalogue.esco.nothing", report.occupations())
                    : say("catalogue.esco.done", report.occupations(), report.added(), report.changed());
            LOG.info("{} ({} s)", done, Duration.between(begun, clock.instant()).toSeconds());
            if (report.leftOutInAll() > 0) {
                LOG.info("{} {}", say("catalogue.esco.leftOut", report.leftOutInAll()), report.leftOut());
            }
        } catch (Refusal refusal) {
            LOG.warn(
                    "{}",
                    refusal.problems().stream()
                            .map(problem -> problem.sentence(messages, language))
                            .collect(Collectors.joining(" ")));
        } catch (IOException e) {
            LOG.warn("{}", say("catalogue.esco.noFolder", folder));
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
