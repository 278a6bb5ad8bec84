package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A tab of a {@link TabbedChromium}: what a person does with it, and what its page knows. */
final class Tab implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final DevTools browser;
    private final String target;
    private final String session;
    private boolean isClosed;

    /** It is shown, and the one that was is hidden. */
    Tab(DevTools browser) {
        this.browser = browser;
        target =
                browser.ask("Target.createTarget", Map.of("url", "about:blank")).getString("targetId");
        session = browser.ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .getString("sessionId");
        ask("Page.enable", Map.of());
    }

    /** In each of its pages, before those of the page. */
    Tab runFirst(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    Tab go(URI uri) {
        ask("Page.navigate", Map.of("url", uri.toString()));
        return this;
    }

    /** The other is hidden. */
    void show() {
        browser.ask("Target.activateTarget", Map.of("targetId", target));
    }

    /** What the system tells the browser of its network, whether it is so or not. */
    void saysOnline(boolean isOnline) {
        ask("Network.enable", Map.of());
        ask(
                "Network.emulateNetworkConditions",
                Map.of("offline", !isOnline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** The process of its page dies: nothing of it runs any more. */
    void crash() {
        browser.send(session, "Page.crash", Map.of());
    }

    @Override
    public void close() {
        if (isClosed) return;
        isClosed = true;
        browser.ask("Target.closeTarget", Map.of("targetId", target));
    }

    /** @return what the expression says, or what it promises */
    JsonValue run(String expression) {
        var said = ask(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        assertThat(said.get("exceptionDetails")).as(expression).isNull();
        return said.getJsonObject("result").get("value");
    }

    /** Waits until it holds in the page, whichever that is by then. */
    void awaits(String condition) {
        await(condition)
                .atMost(SOON)
                .pollInterval(OFTEN)
                .ignoreExceptions()
                .until(() -> run(condition).equals(JsonValue.TRUE));
    }

    private JsonObject ask(String method, Map<String, ?> params) {
        return browser.ask(session, method, params);
    }
}
