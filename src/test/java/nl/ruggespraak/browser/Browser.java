package nl.ruggespraak.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser in which somebody works: Chromium with its driver, as Debian's packages {@code chromium} and {@code chromium-driver} install them. Where they are
 * missing tests are skipped, unless {@code RUGGESPRAAK_BROWSER_REQUIRED} says {@code true}.
 */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ChromeDriver driver;
    private final String address;

    private Browser(ChromeDriver driver, int port) {
        this.driver = driver;
        this.address = "http://localhost:" + port;
    }

    /** Opens a browser on the application at this port, with somebody signed in whose password is the user name. */
    static Browser signedIn(int port, String user) {
        return signedIn(port, user, "en-US");
    }

    /**
     * The same for somebody who reads other languages.
     *
     * @param languages which the browser asks for, the preferred one first, with commas between them
     */
    static Browser signedIn(int port, String user, String languages) {
        return signedIn(stranger(port, languages), "", user);
    }

    /** The same where the application is below a path. */
    static Browser below(int port, String path, String user) {
        return signedIn(stranger(port), path, user);
    }

    private static Browser signedIn(Browser browser, String path, String user) {
        browser.driver.get(browser.address + path + "/sign-in");
        browser.type("input[name=username]", user);
        browser.type("input[name=password]", user);
        browser.click("button[type=submit]");
        browser.waitUntil(() -> !browser.driver.getCurrentUrl().contains("/sign-in"));
        return browser;
    }

    /** Opens one with nobody signed in. */
    static Browser stranger(int port) {
        return stranger(port, "en-US");
    }

    private static Browser stranger(int port, String languages) {
        requireChromium();
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.SEVERE);
        ChromeOptions options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1400,1000",
                        "--accept-lang=" + languages);
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        return new Browser(
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(DRIVER.toFile())
                                .usingAnyFreePort()
                                .build(),
                        options),
                port);
    }

    private static void requireChromium() {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            String missing = "There is no " + CHROMIUM + " with " + DRIVER + " on this machine";
            if (Boolean.parseBoolean(System.getenv("RUGGESPRAAK_BROWSER_REQUIRED"))) {
                fail(missing);
            }
            abort(missing);
        }
    }

    /** Makes the window as big as a telephone's, or a desk's. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** From now on no page runs a script. */
    void withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Cuts the connection, or has it back. */
    void offline(boolean cut) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** As after a night: no session, and no token of one. */
    void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    /** Presses the tabulator until the focus is there. */
    void tabTo(String selector) {
        for (int presses = 0; presses < 120; presses++) {
            new Actions(driver).sendKeys(Keys.TAB).perform();
            if (focused(selector)) {
                return;
            }
        }
        throw new AssertionError("No way leads to " + selector + " by the keyboard");
    }

    /** Presses keys where the focus is. */
    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    boolean focused(String selector) {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.activeElement.matches(arguments[0]);", selector));
    }

    /** What a person who cannot see, or cannot use a mouse, would stumble over: what axe-core finds, and what is wider than the window. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        new AxeBuilder()
                .setLegacyMode(true)
                .analyze(driver)
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> faults.add(rule.getId() + " at " + node.getTarget() + ": " + node.getHtml())));
        long wider = ((Number) driver.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"))
                .longValue();
        if (wider > 0) {
            faults.add("It is " + wider + " pixels wider than the window");
        }
        return faults;
    }

    /** A picture of the whole page, to be looked at. */
    void picture(String name) {
        Map<String, Object> taken = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode((String) taken.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page was told of the one before it. */
    String referrer() {
        return String.valueOf(driver.executeScript("return document.referrer;"));
    }

    String path() {
        return String.valueOf(driver.getCurrentUrl()).replace(address, "");
    }

    boolean shows(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    String attribute(String selector, String name) {
        return String.valueOf(driver.findElement(By.cssSelector(selector)).getDomAttribute(name));
    }

    /** Opens a place in Tasklist, e.g. {@code ?task=ID}. */
    void openTasklist(String place) {
        driver.get(address + "/camunda/app/tasklist/default/#/" + place);
    }

    /** Opens a page by its path. */
    void open(String path) {
        driver.get("about:blank");
        driver.get(path.startsWith("/") ? address + path : path);
    }

    /** From now on what has an address like this comes so much later. */
    void slowDown(String path, Duration latency) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditionsByRule",
                Map.of(
                        "matchedNetworkConditions",
                        List.of(Map.of(
                                "urlPattern",
                                address + path,
                                "latency",
                                latency.toMillis(),
                                "downloadThroughput",
                                -1,
                                "uploadThroughput",
                                -1))));
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    /** What a web app itself says on the page as it is now: texts, hints and tooltips, each by itself. */
    Set<String> everythingSaid() {
        Object said = ((JavascriptExecutor) driver).executeScript("""
                const said = new Set();
                const say = (text) => text && text.trim() && said.add(text.trim());
                document.querySelectorAll('body *').forEach((element) => {
                  if (element.closest('script, style, .rg-form, .task-filter .name') || !element.checkVisibility()) {
                    return;
                  }
                  element.childNodes.forEach((node) => node.nodeType === Node.TEXT_NODE && say(node.textContent));
                  ['placeholder', 'title', 'aria-label', 'uib-tooltip', 'tooltip'].forEach((name) => say(element.getAttribute(name)));
                });
                return [...said];
                """);
        return ((List<?>) requireNonNull(said)).stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /** Finds out by a line of JavaScript. */
    String ask(String expression) {
        return String.valueOf(((JavascriptExecutor) driver).executeScript("return " + expression));
    }

    /** Opens a place in Cockpit, e.g. {@code processes}, and waits until this is there and nothing more is asked for. */
    void openCockpit(String place, String selector) {
        driver.get(address + "/camunda/app/cockpit/default/#/" + place);
        visible(selector);
        waitUntil(() -> Boolean.TRUE.equals(((JavascriptExecutor) driver).executeScript("""
                        const calls = performance.getEntriesByType('resource').filter(call => call.name.includes('/api/'));
                        return document.readyState === 'complete' && calls.length > 0
                            && performance.now() - Math.max(...calls.map(call => call.responseEnd)) > 1500;
                        """)));
    }

    /** The calls of the page that were refused or failed. */
    List<?> refusedCalls() {
        return requireNonNull((List<?>) ((JavascriptExecutor) driver).executeScript("""
                                return performance.getEntriesByType('resource').filter(call => call.responseStatus >= 400)
                                    .map(call => call.responseStatus + ' ' + call.name);
                                """));
    }

    /** What went wrong in scripts since this was asked last, as the console has it. */
    List<String> scriptErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Where the links of the page lead whose address contains this. */
    List<String> links(String part) {
        return driver.findElements(By.cssSelector("a[href*='" + part + "']")).stream()
                .map(link -> String.valueOf(link.getDomAttribute("href")))
                .distinct()
                .toList();
    }

    void type(String selector, String text) {
        WebElement field = visible(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Picks a date or a moment, as the browser's calendar would. */
    void pick(String selector, String value) {
        ((JavascriptExecutor) driver)
                .executeScript(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                        visible(selector),
                        value);
    }

    void choose(String selector, String label) {
        new Select(visible(selector)).selectByVisibleText(label);
    }

    /** Types into a field that offers something, and takes what is offered under this name. */
    void takeOffered(String selector, String typed, String name) {
        type(selector, typed);
        String option = "//div[contains(@class, 'awesomplete')]//li[normalize-space() = \"" + name + "\"]";
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.xpath(option)))
                .click();
        waitUntil(() -> name.equals(value(selector)));
    }

    void click(String selector) {
        WebElement button = visible(selector);
        ((JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block: 'center'});", button);
        waiting().until(ExpectedConditions.elementToBeClickable(button)).click();
    }

    /** Presses the button that says this. */
    void press(String label) {
        waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//button[normalize-space()='" + label + "']")));
        WebElement button = driver.findElement(By.xpath("//button[normalize-space()='" + label + "']"));
        ((JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block: 'center'});", button);
        button.click();
    }

    /** Waits until it says so there: after a press the next page may still be on its way. */
    void awaitText(String selector, String text) {
        waitUntil(() -> texts(selector).stream().anyMatch(said -> said.contains(text)));
    }

    String text(String selector) {
        return waiting().until(ignored -> visible(selector).getText());
    }

    String value(String selector) {
        return String.valueOf(visible(selector).getDomProperty("value"));
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    void waitUntil(Supplier<Boolean> condition) {
        try {
            waiting().until(ignored -> condition.get());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "It did not happen; the page says " + texts(".rg-problems, .page-notifications, .wrong"), e);
        }
    }

    private WebElement visible(String selector) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    private WebDriverWait waiting() {
        WebDriverWait waiting = new WebDriverWait(driver, PATIENCE);
        // An element may go while it is looked at, with the page that it was on.
        waiting.ignoring(StaleElementReferenceException.class);
        return waiting;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
