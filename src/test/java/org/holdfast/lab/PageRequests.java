package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.stream.Collectors;

/** What the person at a page does by another way than the page and its line, with the same login session. */
final class PageRequests {
    private final BrowserContext browser;
    private final URI server;

    PageRequests(BrowserContext browser, URI server) {
        this.browser = browser;
        this.server = server;
    }

    void leave(long room) {
        post("api/rooms/" + room + "/leave", "{}");
    }

    void join(long room) {
        post("api/rooms/" + room + "/join", "{}");
    }

    /** An administrator has the server send everybody away at once. */
    void drain() {
        post("api/drain", "{\"spread\": 0}");
    }

    private void post(String path, String json) {
        var body = RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("Cookie", cookies())
                .setHeader("Origin", server.getScheme() + "://" + server.getAuthority())
                .setData(json);
        assertThat(browser.request().post(server.resolve(path).toString(), body))
                .isOK();
    }

    /** The page may know the server by another name, and then the browser would not send them. */
    private String cookies() {
        return browser.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }
}
