package nl.ruggespraak.link.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ruggespraak.link.OwnTasks;
import nl.ruggespraak.link.WaitingTask;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Leads from a mail to the reader's own task in Tasklist. A mail leaves before its task is there, so it knows only what the task will be
 * about. Whether a task is done, somebody else's, or never was, the answer is the same.
 */
@Controller
class TaskPage {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final OwnTasks tasks;

    TaskPage(OwnTasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/task/{task}")
    String open(
            @PathVariable String task,
            @RequestParam(defaultValue = "") String of,
            Principal reader,
            HttpServletResponse response) {
        Optional<String> place = WaitingTask.at(task)
                .filter(known -> known.about() == WaitingTask.About.CYCLE
                        || NUMBER.matcher(of).matches())
                .flatMap(known -> tasks.find(known, of, reader.getName()));
        if (place.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "link/web/no-task";
        }
        return "redirect:" + place.get();
    }
}
