package nl.ruggespraak.process.forms;

import nl.ruggespraak.process.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where Tasklist's forms fetch what they show. */
@RestController
class FormsEndpoint {

    private final OpenForm openForm;
    private final SignedIn signedIn;

    FormsEndpoint(OpenForm openForm, SignedIn signedIn) {
        this.openForm = openForm;
        this.signedIn = signedIn;
    }

    /** Not found is also what a person gets who may not read the task. */
    @GetMapping("/forms/tasks/{task}")
    ResponseEntity<FormView> task(@PathVariable String task) {
        return openForm.task(task, signedIn.person())
                .map(FormsEndpoint::fresh)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/forms/start/network-meeting")
    ResponseEntity<FormView> start() {
        return fresh(openForm.start(signedIn.person()));
    }

    private static ResponseEntity<FormView> fresh(FormView form) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(form);
    }
}
