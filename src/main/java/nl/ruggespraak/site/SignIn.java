package nl.ruggespraak.site;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.site.Allowance.Attempt;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in with user name or mail address and password, in the form and with each request of a program. Only a wrong password counts: for its account at its address, for its account, and
 * for its address. So whoever guesses is kept waiting, and somebody else's guessing keeps nobody from their own account.
 */
@Component
class SignIn implements AuthenticationProvider {

    /** No account has a longer name: those are counted together, so that they fill no memory. */
    private static final int LONGEST_NAME = 64;

    private static final String TOO_LONG = " too long";

    private final AccountNames names;
    private final Identities identities;
    private final Allowance perAddress;
    private final Allowance perAccountAndAddress;
    private final Allowance perAccount;

    SignIn(AccountNames names, Identities identities, Limits limits, Clock clock) {
        this.names = names;
        this.identities = identities;
        this.perAddress = new Allowance(limits.signInPerAddress(), clock);
        this.perAccountAndAddress = new Allowance(limits.signInPerAccountAndAddress(), clock);
        this.perAccount = new Allowance(limits.signInPerAccount(), clock);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = names.account(attempt.getName());
        String address = address(attempt);
        String account = user.length() > LONGEST_NAME ? TOO_LONG : user;
        try (Attempt here = perAccountAndAddress.begin(account + " " + address);
                Attempt anywhere = perAccount.begin(account);
                Attempt anybody = perAddress.begin(address)) {
            if (!(attempt.getCredentials() instanceof String password) || !identities.opens(user, password)) {
                here.fail();
                anywhere.fail();
                anybody.fail();
                throw new BadCredentialsException("Unknown user or wrong password");
            }
        }
        Set<Role> roles = identities.roles(user).orElse(Set.of());
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities(roles));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    static Set<GrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .collect(Collectors.toSet());
    }

    private static String address(Authentication attempt) {
        return ClientAddress.of(
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null);
    }
}
