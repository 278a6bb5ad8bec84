package org.holdfast.lab;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People with a real browser that has no window, until it is closed. Playwright is of one thread: so is this. */
public final class Chromium implements AutoCloseable {
    static final String EXECUTABLE = System.getProperty("holdfast.chromium", "/usr/bin/chromium");
    /** Leads to this machine as localhost does, but a browser does not know that: plain http makes its pages insecure. */
    private static final String INTRANET = "holdfast.test";

    static final List<String> FLAGS = List.of(
            "--host-resolver-rules=MAP " + INTRANET + " 127.0.0.1",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 20_000;

    /** Of this virtual machine, and as long as it: a start costs as much as many a test. It ends when its driver hears no more. */
    private static Browser running;

    private final List<BrowserContext> people = new ArrayList<>();

    /** The one that runs, or a new one where it has crashed. */
    private static Browser running() {
        if (running == null || !running.isConnected()) running = launch();
        return running;
    }

    private static Browser launch() {
        // The installed browser is used: nothing is downloaded.
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(options)
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setHeadless(true)
                        .setExecutablePath(Path.of(EXECUTABLE))
                        .setArgs(FLAGS));
    }

    /** A new person's browser: cookies, storage and connections of their own. */
    public BrowserContext person() {
        return person("en-GB");
    }

    /** One whose browser asks for this language. */
    BrowserContext person(String locale) {
        return person(new Browser.NewContextOptions().setLocale(locale));
    }

    /** One that believes any certificate. */
    BrowserContext trusting() {
        return person(new Browser.NewContextOptions().setLocale("en-GB").setIgnoreHTTPSErrors(true));
    }

    /** One with a tablet, and a finger for it. */
    BrowserContext byFinger() {
        return person(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(820, 1180)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    private BrowserContext person(Browser.NewContextOptions options) {
        var person = running().newContext(options);
        person.setDefaultTimeout(PATIENCE_MILLIS);
        people.add(person);
        return person;
    }

    /** The same address by a name as intranets have them. */
    static URI byName(URI uri) {
        return URI.create(uri.toString().replace("//127.0.0.1:", "//" + INTRANET + ":"));
    }

    /** The chat in a new tab of this person's browser. */
    public ChatPage open(BrowserContext person, URI uri) {
        var page = new ChatPage(person.newPage());
        page.open(uri);
        return page;
    }

    /** The transport lab in a new tab of this person's browser. */
    LabPage openLab(BrowserContext person, URI uri) {
        var page = new LabPage(person.newPage());
        page.open(uri);
        return page;
    }

    /** A picture for people to look at, in {@code target/shots}. */
    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "shots", name + ".png")));
    }

    /** Whoever used it is gone; the browser goes on for those that come after. */
    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }
}
