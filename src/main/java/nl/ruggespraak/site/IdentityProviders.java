package nl.ruggespraak.site;

import java.util.Map;
import nl.ruggespraak.shared.UnusableSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity providers that may sign people in, by the registration that Spring knows them by.
 *
 * @param oidc {@code ruggespraak.oidc.<registration>.*}
 */
@ConfigurationProperties("ruggespraak")
record IdentityProviders(@DefaultValue Map<String, IdentityProvider> oidc) {

    IdentityProvider of(String registration) {
        IdentityProvider provider = oidc.get(registration);
        if (provider == null || !provider.isSomebodys()) {
            throw new UnusableSetting("Whose identity provider is '" + registration + "'? Say so: ruggespraak.oidc."
                    + registration + ".organisation, or both .organisation-claim and .organisations");
        }
        return provider;
    }
}
