package nl.ruggespraak.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.people.JdbcAddresses.Change;
import nl.ruggespraak.people.JdbcAddresses.Kept;
import nl.ruggespraak.shared.EmailAddress;
import nl.ruggespraak.shared.EmailAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Reads at each start the address of every person, by the rules of today: an older version took nearly everything, and what the mail server can be given is a
 * setting. No mail goes to an address that is none; an administrator sees whose it is.
 */
@Component
class CheckAddresses implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAddresses.class);

    private final JdbcAddresses kept;
    private final EmailAddresses addresses;

    CheckAddresses(JdbcAddresses kept, EmailAddresses addresses) {
        this.kept = kept;
        this.addresses = addresses;
    }

    @Override
    public void afterPropertiesSet() {
        check();
    }

    void check() {
        List<Change> changed = new ArrayList<>();
        long unusable = 0;
        for (Kept before : kept.all()) {
            Optional<EmailAddress> read = addresses.find(before.email());
            unusable += read.isEmpty() ? 1 : 0;
            // A domain in capitals is the same domain: it stands here as it is compared.
            Kept now = new Kept(before.person(), read.map(EmailAddress::text).orElse(before.email()), read.isPresent());
            if (!now.equals(before)) {
                changed.add(new Change(before, now));
            }
        }
        kept.change(changed);
        if (unusable > 0) {
            LOG.warn(
                    "No mail server can be given the addresses of {} people: /admin/addresses says whose, and why",
                    unusable);
        }
    }
}
