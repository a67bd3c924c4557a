package nl.ruggespraak.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody who visits the running application over HTTP, as a browser does: with cookies, and following no redirect. */
public final class Visitor {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    /** What the application calls itself, wherever a test runs it. */
    private static final String CONFIGURED = "http://localhost:8080";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new HashMap<>();
    private @Nullable String basic;

    private Visitor(int port) {
        this("http://localhost:" + port);
    }

    private Visitor(String address) {
        this.address = address;
    }

    /** Nobody in particular. */
    public static Visitor stranger(int port) {
        return new Visitor(port);
    }

    /** The same where the application is below a path. */
    public Visitor below(String path) {
        return new Visitor(address + path);
    }

    /** Somebody of whom nothing is known there: with no cookie. */
    public Visitor onAnotherDevice() {
        return new Visitor(address);
    }

    /** Signed in on the sign-in page; the password is the user name. */
    public static Visitor signedIn(int port, String user) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.signIn(user, user);
        if (!"/".equals(visitor.location(answer))) {
            throw new IllegalStateException(user + " was not signed in: " + answer);
        }
        return visitor;
    }

    /** With name and password in each request, as programs do; the password is the user name. */
    public static Visitor program(int port, String user) {
        return program(port, user, user);
    }

    /** With this name and password in each request. */
    public static Visitor program(int port, String user, String password) {
        Visitor visitor = new Visitor(port);
        visitor.basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return visitor;
    }

    /** Comes from this address, as a proxy tells it. */
    public Visitor from(String clientAddress) {
        headers.put("X-Forwarded-For", clientAddress);
        return this;
    }

    /** Talks TLS, as a proxy tells it. */
    public Visitor overTls() {
        headers.put("X-Forwarded-Proto", "https");
        return this;
    }

    /** With a browser that asks for these languages. */
    public Visitor speaking(String language) {
        headers.put("Accept-Language", language);
        return this;
    }

    public HttpResponse<String> signIn(String user, String password) {
        return form("/sign-in", "/sign-in", "username=" + encode(user) + "&password=" + encode(password));
    }

    /** Posts a form of ours, with the token that the page carries. */
    public HttpResponse<String> form(String page, String path, String fields) {
        Matcher token = CSRF.matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        return send(request(path)
                .header("Accept", HTML)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + encode(csrf))));
    }

    /** Uploads a file by a form of ours, whose field is called {@code file}. */
    public HttpResponse<String> upload(String page, String content) {
        return upload(page, page, content);
    }

    /** Sends a file in from one page to another address. */
    public HttpResponse<String> upload(String page, String to, String content) {
        Matcher token = CSRF.matcher(get(page).body());
        String body = """
                --part\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --part\r
                Content-Disposition: form-data; name="file"; filename="people.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --part--\r
                """.formatted(token.find() ? token.group(1) : "", content);
        return send(request(to)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Posts fields that somebody made up, with no token of any page. */
    public HttpResponse<String> post(String path, String fields) {
        return send(request(path)
                .header("Accept", HTML)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** Posts as a program does that speaks for somebody and has seen no page. */
    public HttpResponse<String> post(String path, @Nullable String type, String body) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        return send(type == null ? request : request.header("Content-Type", type));
    }

    /** What a mail scanner may ask before anybody follows a link. */
    public HttpResponse<String> head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    /** What a browser asks when somebody follows a link. */
    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", HTML).GET());
    }

    /** Goes where an answer leads, be it to another server. */
    public HttpResponse<String> follow(HttpResponse<?> answer) {
        String goal = answer.headers().firstValue("Location").orElseThrow();
        URI next = answer.request().uri().resolve(goal.replace(CONFIGURED, address));
        return send(HttpRequest.newBuilder(next).header("Accept", "text/html").GET());
    }

    /** Asks for something again of which there is a copy. */
    public HttpResponse<String> getUnlessIs(String path, String tag) {
        return send(request(path).header("If-None-Match", tag).GET());
    }

    public HttpResponse<String> getJson(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    public HttpResponse<String> postJson(String path, String json) {
        return json("POST", path, json);
    }

    /** Sends JSON as the web apps do: with the token against forged requests that they were given as a cookie. */
    public HttpResponse<String> json(String method, String path, String json) {
        HttpRequest.Builder request = request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        String token = cookie("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return send(request);
    }

    /** Sends JSON as a script of our own pages does, with the token that the page carries. */
    public HttpResponse<String> postJsonWithTokenOf(String page, String path, String json) {
        Matcher token = CSRF.matcher(get(page).body());
        return send(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token.find() ? token.group(1) : "")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Uploads a file as the REST interface takes deployments. */
    public HttpResponse<String> multipart(String path, String file, String content) {
        String body = """
                --part\r
                Content-Disposition: form-data; name="data"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --part--\r
                """.formatted(file, content);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body)));
    }

    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Where the answer leads, as a path; empty when it leads nowhere. */
    public String location(HttpResponse<?> answer) {
        String path = URI.create(address).getPath();
        String place = answer.headers().firstValue("Location").orElse("").replace(address, "");
        return path.isEmpty() || !place.startsWith(path + "/") ? place : place.substring(path.length());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (basic != null) {
            request.header("Authorization", "Basic " + basic);
        }
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
