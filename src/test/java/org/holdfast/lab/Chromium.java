package org.holdfast.lab;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser without a window. Playwright is of one thread: so is this. */
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

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        // The installed browser is used: nothing is downloaded.
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Playwright.create(options);
        browser = playwright
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
        var context = browser.newContext(new Browser.NewContextOptions().setLocale(locale));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** One that believes any certificate. */
    BrowserContext trusting() {
        var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
