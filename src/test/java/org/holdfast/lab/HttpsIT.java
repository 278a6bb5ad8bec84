package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that ends TLS itself, with a certificate from a file: the https chapters of server-config. */
@Tag("any-server")
class HttpsIT {
    private final Certificates certificates = new Certificates("https")
            .add("server", "CN=127.0.0.1")
            .add("browser", "CN=nobody")
            .trust("browser", "server");
    private final Server server = ServerKey.of(Server.of("https"), certificates.file("server"));
    private final HttpClient browser = certificates.client("browser");
    private final URI uri = ServerKey.uri(server);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePageTheSignUpAndTheWebSocketComeOverTheServersOwnHttps() throws Exception {
        var page = sent(HttpRequest.newBuilder(uri));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>");
        var account = Json.object(Map.of("name", "ann", "displayName", "ann", "password", "a long enough secret"));
        var signedUp = sent(HttpRequest.newBuilder(uri.resolve("api/accounts"))
                .header("Origin", origin())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account.toString())));
        assertThat(signedUp.statusCode()).as(signedUp.body()).isEqualTo(201);
        var cookie = signedUp.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie.split("; ?")).contains("Secure", "HttpOnly").anyMatch(part -> part.startsWith("__Host-"));
        assertThat(firstFrame(cookie.split(";")[0])).contains("\"welcome\"");
    }

    private String origin() {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    /** What comes first over wss, for a hello. */
    private String firstFrame(String cookie) throws Exception {
        var first = new CompletableFuture<String>();
        var address = URI.create(uri.resolve("ws/chat").toString().replaceFirst("https", "wss"));
        var socket = browser.newWebSocketBuilder()
                .header("Origin", origin())
                .header("Cookie", cookie)
                .buildAsync(address, new FirstFrame(first))
                .get(20, TimeUnit.SECONDS);
        socket.sendText(Json.frame("hello", Map.of("protocol", 1)), true);
        try {
            return first.get(20, TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }

    private record FirstFrame(CompletableFuture<String> first) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            first.complete(text.toString());
            socket.request(1);
            return null;
        }
    }
}
