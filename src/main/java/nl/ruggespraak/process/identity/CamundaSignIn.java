package nl.ruggespraak.process.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs in with the passwords of Camunda's identity service, whose hashing and throttling stay in force. */
@Component
class CamundaSignIn implements AuthenticationProvider {

    private final IdentityService identity;

    CamundaSignIn(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        if (!(attempt.getCredentials() instanceof String password) || !identity.checkPassword(user, password)) {
            throw new BadCredentialsException("Unknown user, wrong password, or too many attempts");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, roles(user));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private List<GrantedAuthority> roles(String user) {
        Set<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.group()))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
