package org.holdfast.lab;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One WebSocket connection. */
final class SocketLine implements Line, WebSocket.Listener {
    private static final long CLOSE_LIMIT_MILLIS = 500;

    private final Ear ear;
    private final StringBuilder text = new StringBuilder();
    // Guarded by this object's monitor: the client's thread and the socket's both come here.
    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();
    private WebSocket socket;
    private boolean over;

    private SocketLine(Ear ear) {
        this.ear = ear;
    }

    static SocketLine open(Person person, Duration limit, Ear ear) {
        var line = new SocketLine(ear);
        Http.CLIENT
                .newWebSocketBuilder()
                .connectTimeout(limit)
                .header("Origin", person.origin())
                .header("Cookie", person.cookie())
                .buildAsync(
                        URI.create(person.base().resolve("ws/chat").toString().replaceFirst("http", "ws")), line)
                .whenComplete((socket, failure) -> {
                    if (failure != null) line.end(ABNORMAL);
                });
        return line;
    }

    /** Sends after everything sent before; a failure is seen as the end of the line. */
    @Override
    public synchronized void send(String message) {
        sending = sending.thenCompose(ready -> ready.sendText(message, true));
        sending.whenComplete((done, failure) -> {
            if (failure != null) end(ABNORMAL);
        });
    }

    /** Leaves with a close code, without waiting for the other side: it may be long gone. */
    @Override
    public synchronized void leave(int code) {
        over = true;
        if (socket == null) return;
        var leaving = socket;
        leaving.sendClose(code, "")
                .orTimeout(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> leaving.abort());
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            socket = opened;
            if (over) {
                opened.abort();
                return;
            }
            sending.complete(opened);
        }
        ear.opened(this);
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            var whole = text.toString();
            text.setLength(0);
            hear(whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(ABNORMAL);
    }

    private void hear(String whole) {
        if (isOver()) return;
        try {
            ear.heard(this, Json.parse(whole).asJsonArray());
        } catch (RuntimeException e) {
            ear.malformed(this, e + " in " + whole.substring(0, Math.min(200, whole.length())));
        }
    }

    private void end(int code) {
        synchronized (this) {
            if (over) return;
            over = true;
        }
        ear.ended(this, code);
    }

    private synchronized boolean isOver() {
        return over;
    }
}
