package nl.ruggespraak.process.forms;

import java.util.List;
import nl.ruggespraak.ask.Asks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attend and record leads: the asks that were carried. */
@Component
class RecordLeadsForm implements FormContent {

    private final Asks asks;
    private final Shown shown;

    RecordLeadsForm(Asks asks, Shown shown) {
        this.asks = asks;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_recordLeads";
    }

    @Override
    public @Nullable String asker(OpenTask task) {
        return null;
    }

    @Override
    public Content content(OpenTask task) {
        return new Content(shown.asks(asks.carried(task.businessKey()), task.words()));
    }

    record Content(List<Shown.ShownAsk> carriedAsks) {}
}
