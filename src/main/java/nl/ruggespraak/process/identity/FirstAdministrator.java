package nl.ruggespraak.process.identity;

import java.util.Locale;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.people.JdbcAdministrators;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.UnusableSetting;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first administrator of an installation without the demo: {@code admin}, with the password in
 * {@code RUGGESPRAAK_ADMIN_PASSWORD}, when there is no administrator yet. There is no default password.
 */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String KEY = "admin";

    private final IdentityService identity;
    private final JdbcAdministrators administrators;
    private final CamundaAccounts accounts;
    private final Demo demo;
    private final MessageSource messages;
    private final String password;

    FirstAdministrator(
            IdentityService identity,
            JdbcAdministrators administrators,
            CamundaAccounts accounts,
            Demo demo,
            MessageSource messages,
            @Value("${ruggespraak.admin-password:}") String password) {
        this.identity = identity;
        this.administrators = administrators;
        this.accounts = accounts;
        this.demo = demo;
        this.messages = messages;
        this.password = password;
    }

    @Transactional
    void appoint() {
        if (demo.isThere() || thereIsOne()) {
            return;
        }
        if (password.isEmpty()) {
            log.warn(
                    "There is no administrator yet. Start once with RUGGESPRAAK_ADMIN_PASSWORD to get the user '{}'.",
                    KEY);
            return;
        }
        administrators.appoint(KEY);
        accounts.follow();
        User user = identity.createUserQuery().userId(KEY).singleResult();
        user.setPassword(password);
        try {
            identity.saveUser(user);
        } catch (Refusal weak) {
            throw new UnusableSetting("RUGGESPRAAK_ADMIN_PASSWORD is too weak: "
                    + weak.problems().get(0).sentence(messages, Locale.ENGLISH));
        }
        log.info("The first administrator is '{}'.", KEY);
    }

    private boolean thereIsOne() {
        return identity.createUserQuery()
                        .memberOfGroup(Role.ADMINISTRATOR.group())
                        .count()
                > 0;
    }
}
