package nl.ruggespraak.site;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** A real OpenID Connect server with as many issuers as a test names, each with a key of its own. It knows whom the test says it knows, and can be made to lie. */
public final class IdentityProviderOfTheTest implements AutoCloseable {

    /** What our application is called there. */
    public static final String CLIENT = "ruggespraak";

    private static final Pattern PARAMETER = Pattern.compile("[?&]([^=&]+)=([^&]*)");

    private final AtomicReference<@Nullable String> lie = new AtomicReference<>();
    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(), new Lies());

    public IdentityProviderOfTheTest() {
        server.start();
    }

    public String issuer(String name) {
        return server.issuerUrl(name).toString();
    }

    /** Vouches for somebody with these claims, at the next sign-in by this issuer. */
    public void vouch(String issuer, Map<String, Object> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(issuer, "subject", "JWT", null, claims, 300));
    }

    /** Answers the next exchange of a code with this token, whoever signed it. */
    void answerWith(String token) {
        lie.set(token);
    }

    /** These claims, signed with the key of an issuer. */
    String signed(String issuer, JWTClaimsSet claims) {
        return server.getConfig()
                .getTokenProvider()
                .jwt(claims.getClaims(), Duration.ofMinutes(5), issuer)
                .serialize();
    }

    /** A parameter of an address, in plain text. */
    public static String parameter(String address, String name) {
        Matcher parameters = PARAMETER.matcher(address);
        while (parameters.find()) {
            if (parameters.group(1).equals(name)) {
                return URLDecoder.decode(parameters.group(2), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No " + name + " in " + address);
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private final class Lies implements Route {

        @Override
        public boolean match(OAuth2HttpRequest request) {
            return request.getUrl().encodedPath().endsWith("/token") && lie.get() != null;
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            String answer = """
                    {"token_type": "Bearer", "access_token": "nothing", "expires_in": 60, "scope": "openid", "id_token": "%s"}
                    """.formatted(lie.getAndSet(null));
            return new OAuth2HttpResponse(Headers.of("Content-Type", "application/json"), 200, answer, null);
        }
    }
}
