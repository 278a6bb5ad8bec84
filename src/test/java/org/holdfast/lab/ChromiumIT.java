package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The laboratory's browser sees what a page shows, no more and no less, on a page that never changes. */
class ChromiumIT {
    private static final String PAGE = """
            <!doctype html><meta charset=utf-8><title>hooks</title>
            <meta http-equiv=Content-Security-Policy content="object-src 'none'"><object data=/forbidden></object>
            <link rel=icon href=data:,>
            <span data-test=status data-word=live></span><textarea data-test=composer></textarea>
            <article data-test=message data-sequence=1 data-state=sent>
              <b data-test=message-author>Ann</b><p data-test=message-text>one</p></article>
            <article data-test=message data-sequence=2 data-state=sent><p data-test=message-text>one and more</p></article>
            <article data-test=message data-state=waiting><p data-test=message-text>two</p></article>
            <script>console.error('told'); fetch('/refused'); setTimeout(() => { throw new Error('thrown'); });</script>
            """;

    private HttpServer server;
    private Chromium chromium;
    private ChatPage page;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.createContext(
                "/refused", exchange -> exchange.getHttpContext().getServer().stop(0));
        server.start();
        chromium = new Chromium();
        page = chromium.open(
                chromium.person(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @AfterEach
    void close() {
        chromium.close();
        server.stop(0);
    }

    @Test
    void seesMessagesByTheirWholeTextAndState() {
        page.seesSent("one");
        page.message("two").isUnsent();
        page.seesAuthorOf("one", "Ann");
        page.statusIs("live");
        assertThat(page.texts()).containsExactly("one", "one and more");
        page.shoot("hooks");
        assertThat(Path.of("target", "shots", "hooks.png")).isNotEmptyFile();
    }

    @Test
    void doesNotSeeWhatIsNotThere() {
        page.patience(100);
        assertThatThrownBy(() -> page.sees("on")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> page.seesSent("two")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> page.message("one").isUnsent()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> page.statusIs("offline")).isInstanceOf(AssertionError.class);
    }

    @Test
    void collectsErrorsOfThePageButNotOfBrokenLines() {
        page.sees("one");
        assertThat(page.errors()).anyMatch(error -> error.contains("told")).anyMatch(error -> error.contains("thrown"));
        assertThat(page.errors()).anyMatch(error -> error.contains("policy: object-src"));
        assertThat(page.errors()).noneMatch(error -> error.contains("net::"));
    }
}
