package nl.ruggespraak.site;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.StringJoiner;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.site.RefusedElsewhere.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may come in where. Everything needs a signed-in person but the sign-in page, the health answer and static files; a
 * page that is not named here is open to nobody.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Limits.class, IdentityProviders.class})
class SecurityConfiguration {

    static final String SIGN_IN = "/sign-in";
    private static final String SIGNED_OUT = SIGN_IN + "?out";

    /** Nothing but what comes from here; a page that shows somebody else's HTML sets a stricter or sandboxed policy itself. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
            + " frame-ancestors 'self'; base-uri 'none'";

    /** For data; but somebody who looks at it in a browser without having signed in gets a page that says so. */
    private static final String DATA_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
    static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private final AccountNow accountNow;
    private final RequestLimits limits;
    private final OidcSignIn oidcSignIn;
    private final @Nullable ClientRegistrationRepository registrations;

    /** Our own policy; the sign-out form is also led on to the identity providers. */
    private final String pagePolicy;

    SecurityConfiguration(
            Identities identities,
            People people,
            Limits limits,
            Clock clock,
            List<Links> links,
            ObjectProvider<ClientRegistrationRepository> registrations,
            OidcSignIn oidcSignIn,
            IdentityProviders providers) {
        this.accountNow = new AccountNow(identities, people);
        this.limits = new RequestLimits(limits, clock, links);
        this.oidcSignIn = oidcSignIn;
        this.registrations = registrations.getIfAvailable();
        StringJoiner formTargets = new StringJoiner(" ", "form-action ", ";");
        formTargets.add("'self'");
        if (this.registrations instanceof Iterable<?> all) {
            for (Object each : all) {
                ClientRegistration registration = (ClientRegistration) each;
                providers.of(registration.getRegistrationId());
                Object signOut = registration
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint");
                if (signOut != null) {
                    formTargets.add(origin(URI.create(signOut.toString())));
                }
            }
        }
        this.pagePolicy = CONTENT_SECURITY_POLICY.replace("form-action 'self';", formTargets.toString());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** Paths are whole paths, also those that Camunda's own servlets answer. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The pages behind links look after themselves otherwise, for they know no session. */
    @Bean
    FilterRegistrationBean<RequestLimits> linkLimits() {
        FilterRegistrationBean<RequestLimits> filter = new FilterRegistrationBean<>(limits);
        filter.addUrlPatterns("/a/*", "/r/*", "/l/*", "/p/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** The engine's REST interface for programs: name and password with each request, whatever session comes along, and no session. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        RequestMatcher interfaceOfTheEngine = path().matcher("/engine-rest/**");
        return http.securityMatcher(request ->
                        interfaceOfTheEngine.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authorizeHttpRequests(SecurityConfiguration::engineRequests)
                .httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfiguration::askProgram))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(SecurityConfiguration::askProgram))
                .addFilterBefore(limits, AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(SecurityConfiguration::dataHeaders)
                .build();
    }

    /** The same for pages of ours, in the session of who has signed in: a request that changes something carries the token of our forms. */
    @Bean
    @Order(2)
    SecurityFilterChain restInSession(HttpSecurity http) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(SecurityConfiguration::engineRequests)
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(SecurityConfiguration::askProgram)
                        .accessDeniedHandler(SecurityConfiguration::denyInSession))
                .addFilterAfter(accountNow, SecurityContextHolderFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(withDefaults())
                .headers(SecurityConfiguration::dataHeaders)
                .build();
    }

    /** Tasklist, Cockpit and Admin. They protect themselves against forged requests, and send headers of their own. */
    @Bean
    @Order(3)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        RequestMatcher calls = path().matcher("/camunda/api/**");
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(requests -> requests
                        // The sign-in page is ours, and the only place to try a password.
                        .requestMatchers(
                                "/camunda/api/admin/auth/user/*/login/**",
                                "/camunda/api/engine/engine/*/identity/verify/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), calls)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true))
                .addFilterAfter(accountNow, SecurityContextHolderFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(askedForPage()))
                .logout(logout -> logout.logoutRequestMatcher(
                                path().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(
                                registrations == null
                                        ? new HttpStatusReturningLogoutSuccessHandler()
                                        : new ProviderSignOut(registrations, SIGNED_OUT).later()))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(
                                new DelegatingRequestMatcherHeaderWriter(calls, new CacheControlHeadersWriter()))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                path().matcher("/camunda/api/engine/**"), SecurityConfiguration::keepNothing))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES)))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        RequestMatcher data = path().matcher("/forms/**");
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                SIGN_IN,
                                "/forgot-password",
                                "/site/**",
                                "/webjars/awesomplete/**",
                                "/favicon.ico",
                                "/actuator/health")
                        .permitAll()
                        .requestMatchers(
                                "/",
                                "/demo/**",
                                "/account/**",
                                "/forms/**",
                                "/catalogue/*",
                                "/mailbox/**",
                                "/asks/**",
                                "/meetings/**",
                                "/task/**")
                        .authenticated()
                        .requestMatchers("/networks/**")
                        .hasAnyRole(Role.CHAIR.name(), Role.ADMINISTRATOR.name())
                        .requestMatchers(
                                "/setup/**",
                                "/admin/people/**",
                                "/admin/import/**",
                                "/admin/invitations",
                                "/admin/catalogue/**",
                                "/admin/organisations/**",
                                "/admin/addresses",
                                "/admin/erase/**",
                                "/audit/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), data)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true)
                        .accessDeniedHandler(SecurityConfiguration::deny))
                .addFilterAfter(accountNow, SecurityContextHolderFilter.class)
                .addFilterBefore(limits, OAuth2AuthorizationRequestRedirectFilter.class)
                .requestCache(cache -> cache.requestCache(askedForPage()))
                .formLogin(form -> form.loginPage(SIGN_IN).failureHandler(SecurityConfiguration::refuseSignIn))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signOut()))
                .headers(this::pageHeaders)
                .csrf(withDefaults());
        if (registrations != null) {
            signInElsewhere(http, registrations);
        }
        return http.build();
    }

    /** By the code flow, with state, nonce and PKCE. */
    private void signInElsewhere(HttpSecurity http, ClientRegistrationRepository known) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver questions = new DefaultOAuth2AuthorizationRequestResolver(
                known, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        questions.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage(SIGN_IN)
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(new KnownProvidersOnly(known, questions)))
                .userInfoEndpoint(endpoint ->
                        endpoint.oidcUserService(oidcSignIn).userService(SecurityConfiguration::withoutSignedToken))
                .authorizedClientRepository(new NoTokensKept())
                .failureHandler(SecurityConfiguration::refuseSignInElsewhere));
    }

    private static OAuth2User withoutSignedToken(OAuth2UserRequest request) {
        throw new RefusedElsewhere(Reason.UNFINISHED);
    }

    private static void refuseSignInElsewhere(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Reason reason = refusal instanceof RefusedElsewhere refused ? refused.reason() : Reason.UNFINISHED;
        // What a provider says, or who speaks in its name, is text of strangers.
        LOG.warn(
                "A sign-in by an identity provider was refused: {} {}",
                reason,
                String.valueOf(refusal.getMessage()).replaceAll("\\p{Cntrl}", " "));
        response.sendRedirect(request.getContextPath() + SIGN_IN + "?elsewhere=" + reason);
    }

    private static void engineRequests(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // The sign-in page is the only place to try a password.
        requests.requestMatchers("/engine-rest/identity/verify/**", "/engine-rest/engine/*/identity/verify/**")
                .denyAll()
                .anyRequest()
                .authenticated();
    }

    private static void dataHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(DATA_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .addHeaderWriter(SecurityConfiguration::keepNothing);
    }

    /** The engine's interface itself would let a browser keep what it answers, and ask whether it still holds. */
    private static void keepNothing(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(pagePolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES));
    }

    private LogoutSuccessHandler signOut() {
        if (registrations != null) {
            return new ProviderSignOut(registrations, SIGNED_OUT);
        }
        SimpleUrlLogoutSuccessHandler page = new SimpleUrlLogoutSuccessHandler();
        page.setDefaultTargetUrl(SIGNED_OUT);
        return page;
    }

    private static void refuseSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TooMany tooMany) {
            tooMany.answer(response);
        } else {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?refused");
        }
    }

    /** Whoever had the sign-in page open for long begins again; the token of its form is of a session that is over. */
    private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        boolean stranger = SecurityContextHolder.getContext().getAuthentication() == null;
        if (refusal instanceof CsrfException
                && stranger
                && List.of(SIGN_IN, "/sign-out").contains(request.getServletPath())) {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?again");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Without a session there is nothing that a token could protect: then who it is comes first. */
    private static void denyInSession(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            askProgram(request, response, new InsufficientAuthenticationException("Nobody has signed in", refusal));
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** No browser is asked for a password: it would send it along by itself from then on, also with what another site made it do. */
    private static void askProgram(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TooMany tooMany) {
            tooMany.answer(response);
            return;
        }
        boolean browser = request.getHeader("Sec-Fetch-Mode") != null || wantsHtml(request);
        if (!browser) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Ruggespraak\"");
        }
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    /** After signing in, the page that was asked for; never a call or a script that a page made. */
    private static HttpSessionRequestCache askedForPage() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && wantsHtml(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static PathPatternRequestMatcher.Builder path() {
        return PathPatternRequestMatcher.withDefaults();
    }

    private static boolean wantsHtml(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }
}
