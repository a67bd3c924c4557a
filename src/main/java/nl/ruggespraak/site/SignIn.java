package nl.ruggespraak.site;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.Role;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in with name and password, in the form and with each request of a program. Before a password is looked at, an attempt is
 * taken from its address, from its account at that address, and from its account; who succeeds gets them back. So whoever guesses is
 * kept waiting, and somebody else's guessing keeps nobody from their own account.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final Identities identities;
    private final Allowance perAddress;
    private final Allowance perAccountAndAddress;
    private final Allowance perAccount;

    SignIn(Identities identities, Limits limits, Clock clock) {
        this.identities = identities;
        this.perAddress = new Allowance(limits.signInPerAddress(), clock);
        this.perAccountAndAddress = new Allowance(limits.signInPerAccountAndAddress(), clock);
        this.perAccount = new Allowance(limits.signInPerAccount(), clock);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        Map<Allowance, String> taken = take(user, address(attempt));
        if (!(attempt.getCredentials() instanceof String password) || !identities.opens(user, password)) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        taken.forEach(Allowance::giveBack);
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

    private Map<Allowance, String> take(String user, String address) {
        Map<Allowance, String> wanted = new LinkedHashMap<>();
        wanted.put(perAddress, address);
        wanted.put(perAccountAndAddress, user + " " + address);
        wanted.put(perAccount, user);
        Map<Allowance, String> taken = new LinkedHashMap<>();
        for (Map.Entry<Allowance, String> next : wanted.entrySet()) {
            Optional<Duration> wait = next.getKey().take(next.getValue());
            if (wait.isPresent()) {
                taken.forEach(Allowance::giveBack);
                throw new TooMany(wait.get());
            }
            taken.put(next.getKey(), next.getValue());
        }
        return taken;
    }

    private static String address(Authentication attempt) {
        return ClientAddress.of(
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null);
    }
}
