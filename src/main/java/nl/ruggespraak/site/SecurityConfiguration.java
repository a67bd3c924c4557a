package nl.ruggespraak.site;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import nl.ruggespraak.people.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may come in where. Everything needs a signed-in person but the sign-in page, the health answer and static files; a
 * page that is not named here is open to nobody.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SIGN_IN = "/sign-in";

    /** Nothing but what comes from here; a page that shows somebody else's HTML sets a stricter or sandboxed policy itself. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
            + " frame-ancestors 'self'; base-uri 'none'";

    /** Paths are whole paths, also those that Camunda's own servlets answer. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The engine's REST interface: the person's name and password with each request, and no session. */
    @Bean
    @Order(1)
    SecurityFilterChain restInterface(HttpSecurity http) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.realmName("Ruggespraak"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** Tasklist, Cockpit and Admin. They protect themselves against forged requests, and send headers of their own. */
    @Bean
    @Order(2)
    SecurityFilterChain webApps(HttpSecurity http) throws Exception {
        RequestMatcher calls = path().matcher("/camunda/api/**");
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(requests -> requests
                        // The sign-in page is ours.
                        .requestMatchers("/camunda/api/admin/auth/user/*/login/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), calls)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true))
                .requestCache(cache -> cache.requestCache(askedForPage()))
                .logout(logout -> logout.logoutRequestMatcher(
                                path().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()))
                .csrf(csrf -> csrf.disable())
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable()).referrerPolicy(this::sameOrigin))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        RequestMatcher data = path().matcher("/forms/**");
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(SIGN_IN, "/site/**", "/favicon.ico", "/actuator/health")
                        .permitAll()
                        .requestMatchers(
                                "/", "/forms/**", "/mailbox/**", "/asks/**", "/meetings/asks", "/meetings/*/asks/**")
                        .authenticated()
                        .requestMatchers("/networks/**")
                        .hasAnyRole(Role.CHAIR.name(), Role.ADMINISTRATOR.name())
                        .requestMatchers("/admin/import/**", "/admin/erase/**", "/audit/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), data)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SIGN_IN), request -> true))
                .requestCache(cache -> cache.requestCache(askedForPage()))
                .formLogin(form -> form.loginPage(SIGN_IN).failureUrl(SIGN_IN + "?refused"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(this::sameOrigin))
                .csrf(withDefaults())
                .build();
    }

    /** After signing in, the page that was asked for; never a call or a script that a page made. */
    private static HttpSessionRequestCache askedForPage() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static PathPatternRequestMatcher.Builder path() {
        return PathPatternRequestMatcher.withDefaults();
    }

    private void sameOrigin(HeadersConfigurer<HttpSecurity>.ReferrerPolicyConfig policy) {
        policy.policy(ReferrerPolicy.SAME_ORIGIN);
    }
}
