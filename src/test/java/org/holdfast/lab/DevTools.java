package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Chromium's DevTools protocol: commands to a browser and to its tabs. To be used by one thread. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Map<Integer, CompletableFuture<JsonObject>> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger commands = new AtomicInteger();
    private final WebSocket socket;
    // Of the socket's listener alone.
    private final StringBuilder text = new StringBuilder();

    DevTools(URI browser) {
        socket = Http.CLIENT.newWebSocketBuilder().buildAsync(browser, this).join();
    }

    /** To the browser itself. */
    JsonObject ask(String method, Map<String, ?> params) {
        return answer(send(null, method, params));
    }

    /** To a tab that was attached to. */
    JsonObject ask(String session, String method, Map<String, ?> params) {
        return answer(send(session, method, params));
    }

    /** The answer of a tab that crashes never comes. */
    CompletableFuture<JsonObject> send(String session, String method, Map<String, ?> params) {
        int id = commands.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        unanswered.put(id, answer);
        var command = Json.builder().add("id", id).add("method", method).add("params", Json.object(params));
        if (session != null) command.add("sessionId", session);
        socket.sendText(command.build().toString(), true).join();
        return answer;
    }

    private static JsonObject answer(CompletableFuture<JsonObject> command) {
        var answer = command.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (answer.containsKey("error")) throw new IllegalStateException(answer.toString());
        return answer.getJsonObject("result");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
        text.append(piece);
        if (isLast) {
            heard(Json.parse(text.toString()).asJsonObject());
            text.setLength(0);
        }
        return WebSocket.Listener.super.onText(from, piece, isLast);
    }

    /** Events have no id, and nobody waits for them here. */
    private void heard(JsonObject message) {
        var command = unanswered.remove(message.getInt("id", 0));
        if (command != null) command.complete(message);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
