package nl.ruggespraak.process.forms;

import java.util.List;
import nl.ruggespraak.ask.AskCounts;
import nl.ruggespraak.ask.Asks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepare the briefing: the asks from which to choose. */
@Component
class PrepareBriefingForm implements FormContent {

    private final Asks asks;
    private final Shown shown;

    PrepareBriefingForm(Asks asks, Shown shown) {
        this.asks = asks;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_prepareBriefing";
    }

    @Override
    public @Nullable String asker(OpenTask task) {
        return null;
    }

    @Override
    public Content content(OpenTask task) {
        AskCounts counts = asks.counts(task.businessKey());
        return new Content(counts.asked(), counts.answered(), shown.asks(asks.of(task.businessKey()), task.words()));
    }

    record Content(int asked, int answered, List<Shown.ShownAsk> asks) {}
}
