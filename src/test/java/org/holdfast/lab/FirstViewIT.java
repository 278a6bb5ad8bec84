package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a browser fetches until the open room can be read and written in, and what it fetches later. */
class FirstViewIT {
    private static final int MOST_BYTES = 120_000;
    /** Over HTTP/1.1 a browser has six at a time under way. */
    private static final int MOST_SCRIPTS = 30;
    /** What is fetched when there is nothing else to do is none of the first view. */
    private static final String NEVER_IDLE = "window.requestIdleCallback = () => 0";

    private static final String ASKED_AT_ONCE =
            "[...document.querySelectorAll('[rel=modulepreload], [src$=\"/main.js\"]')]"
                    + ".map((link) => link.getAttribute('href') ?? link.getAttribute('src'))";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;

    @BeforeAll
    static void start() {
        server = Site.shared("first-view").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", "a long enough secret");
        ada.createRoom("Silo");
        ada.say("in plain words");
        ada.seesSent("in plain words");
        ada.say("**in bold** words");
        ada.say("```java\nint inCode = 1;\n```");
        ada.seesSent("int inCode = 1;");
        ada.close();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void isLight() {
        var page = freshBrowser().newPage();
        var scripts = new CopyOnWriteArrayList<Response>();
        page.onResponse(response -> {
            if (response.request().resourceType().equals("script")) scripts.add(response);
        });
        page.addInitScript(NEVER_IDLE);
        page.navigate(server.uri().toString());
        page.locator(hook("room")).click();
        seen(page);
        var bytes = scripts.stream().mapToInt(FirstViewIT::size).sum();
        assertThat(bytes).isBetween(50_000, MOST_BYTES);
        assertThat(scripts).hasSizeLessThan(MOST_SCRIPTS);
        assertThat(scripts)
                .extracting(script -> script.url().replace(server.uri().toString(), "./"))
                .filteredOn(script -> !script.contains("/words/en"))
                .as("index.html asks for all but the texts at once")
                .containsExactlyInAnyOrderElementsOf(askedAtOnce(page));
        page.close();
    }

    @Test
    void whatItsTextsMeanIsDrawnOnceThereIsTime() {
        var page = freshBrowser().newPage();
        page.navigate(server.uri().toString());
        page.locator(hook("room")).click();
        assertThat(page.locator(hook("message-text") + " strong")).hasText("in bold");
        assertThat(page.locator("pre .hljs-type")).hasText("int");
        page.close();
    }

    /** Where there is no way to the Internet nothing is missing. */
    @Test
    void nothingIsAskedOfAnybodyElse() {
        var page = freshBrowser().newPage();
        var errors = new PageErrors(page);
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.onWebSocket(socket -> asked.add(socket.url().replaceFirst("^ws", "http")));
        page.navigate(server.uri().toString());
        page.locator(hook("room")).click();
        seen(page);
        page.locator(hook("pins-open")).click();
        assertThat(page.locator(hook("pins"))).isVisible();
        page.waitForFunction("() => customElements.get('hf-shortcuts') !== undefined");
        assertThat(asked).as("premise").anyMatch(url -> url.endsWith("/views/pins.js"));
        assertThat(asked).as("premise").anyMatch(url -> url.contains("/ws/chat"));
        assertThat(asked).allMatch(url -> url.startsWith(server.uri().toString()));
        assertThat(errors.all()).as("what the policy forbade").isEmpty();
        page.close();
    }

    /** Nothing is drawn before the last of them is there. */
    @Test
    void itsStyleSheetsComeAsOne() {
        var page = freshBrowser().newPage();
        var sheets = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> {
            if (request.resourceType().equals("stylesheet")) sheets.add(request.url());
        });
        page.navigate(server.uri().toString());
        page.locator(hook("room")).click();
        seen(page);
        assertThat(sheets).singleElement().asString().endsWith("/css/page.css");
        page.close();
    }

    @SuppressWarnings("unchecked")
    private static List<String> askedAtOnce(Page page) {
        return (List<String>) page.evaluate(ASKED_AT_ONCE);
    }

    /** Where no room is open there is one button more. */
    @Test
    void whatIsAboveTheRoomsIsSeenWhole() {
        var page = freshBrowser().newPage();
        page.navigate(server.uri().toString());
        var button = page.locator(hook("new-room")).boundingBox();
        var rooms = page.locator("nav.rooms").boundingBox();
        assertThat(button.x + button.width).isLessThanOrEqualTo(rooms.x + rooms.width);
        page.close();
    }

    @Test
    void whatIsWantedLaterAndCannotBeHadIsSaidWithAWayToTryAgain() {
        var page = ada.browser().newPage();
        page.addInitScript(NEVER_IDLE);
        page.route("**/views/pins.js", Route::abort);
        opened(page);
        page.locator(hook("pins-open")).click();
        var problem = page.locator(hook("not-fetched"));
        assertThat(problem).containsText("could not be loaded");
        Pictures.take(page, "not-fetched");
        page.unroute("**/views/pins.js");
        problem.locator("button").first().click();
        assertThat(page.locator(hook("pins"))).isVisible();
        assertThat(problem).hasCount(0);
        page.close();
    }

    @Test
    void whatMayBeWantedIsThereBeforeItIs() {
        var page = ada.browser().newPage();
        opened(page);
        page.waitForFunction("() => customElements.get('hf-shortcuts') !== undefined");
        page.context().setOffline(true);
        page.locator(hook("pins-open")).click();
        assertThat(page.locator("dialog[open]")).isVisible();
        page.context().setOffline(false);
        page.close();
    }

    /** The same person's, that has nothing of the page yet. */
    private static BrowserContext freshBrowser() {
        var browser = chromium.person();
        var login = ada.browser().cookies().get(0);
        browser.addCookies(
                List.of(new Cookie(login.name, login.value).setUrl(server.uri().toString())));
        return browser;
    }

    private static void opened(Page page) {
        page.navigate(server.uri().toString());
        seen(page);
    }

    private static void seen(Page page) {
        page.locator(hook("message-text"), new Page.LocatorOptions().setHasText("in plain words"))
                .waitFor();
        page.waitForFunction("() => document.activeElement.dataset.test === 'composer'");
    }

    /** As it came: compressed. */
    private static int size(Response script) {
        assertThat(script.headerValue("Content-Encoding")).as(script.url()).isEqualTo("gzip");
        return script.request().sizes().responseBodySize;
    }
}
