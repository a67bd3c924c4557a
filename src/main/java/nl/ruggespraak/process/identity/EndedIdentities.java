package nl.ruggespraak.process.identity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.ruggespraak.people.EndParticipation;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;

/** What ends of accounts in one command, told to the tables when the command is done, in its transaction. */
final class EndedIdentities {

    private final Supplier<EndParticipation> endParticipation;
    private final Supplier<CamundaAccounts> camundaAccounts;
    private final Set<String> accounts = new LinkedHashSet<>();
    private final Map<String, Set<String>> organisations = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private boolean waits;

    EndedIdentities(Supplier<EndParticipation> endParticipation, Supplier<CamundaAccounts> camundaAccounts) {
        this.endParticipation = endParticipation;
        this.camundaAccounts = camundaAccounts;
    }

    void account(String user) {
        accounts.add(user);
        waitForTheEnd();
    }

    void organisation(String user, String organisation) {
        organisations.computeIfAbsent(user, key -> new LinkedHashSet<>()).add(organisation);
        waitForTheEnd();
    }

    void role(String user, String role) {
        roles.computeIfAbsent(user, key -> new LinkedHashSet<>()).add(role);
        waitForTheEnd();
    }

    private void waitForTheEnd() {
        if (!waits) {
            waits = true;
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTING, context -> tell());
        }
    }

    private void tell() {
        EndParticipation end = endParticipation.get();
        end.ended(accounts);
        end.organisationsLeft(organisations).forEach(camundaAccounts.get()::follow);
        roles.keySet().removeAll(accounts);
        end.rolesEnded(roles);
    }
}
