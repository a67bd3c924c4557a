package nl.ruggespraak.process.directorescalation;

import nl.ruggespraak.escalation.BookResult;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Book the result. */
@Component
class BookResultDelegate implements JavaDelegate {

    private final BookResult bookResult;

    BookResultDelegate(BookResult bookResult) {
        this.bookResult = bookResult;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bookResult.book(ProcessVariables.ESCALATION.in(execution));
    }
}
