package org.holdfast.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Sends commands over HTTP (protocol, section 4.1): several in one request, one request at a time, so that they keep their order. */
final class CommandPost {
    // The limits of the welcome.
    private static final int MOST = 64;
    private static final int MOST_BYTES = 65_536;
    private static final int OK = 200;
    private static final int BAD = 400;

    private final Person person;
    private final Consumer<JsonArray> answers;
    private final IntConsumer failed;
    // Guarded by this object's monitor: the client's thread sends, the HTTP client's hear.
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean underWay;
    private String session = "";

    /** @param failed hears the status of an answer that is none, or 0 */
    CommandPost(Person person, Consumer<JsonArray> answers, IntConsumer failed) {
        this.person = person;
        this.answers = answers;
        this.failed = failed;
    }

    synchronized void session(String named) {
        session = named;
    }

    synchronized void send(String frame) {
        waiting.add(frame);
        next();
    }

    private synchronized void next() {
        if (underWay || waiting.isEmpty()) return;
        underWay = true;
        var taken = new ArrayList<String>();
        var bytes = 2;
        do {
            bytes += 1 + size(waiting.element());
            taken.add(waiting.remove());
        } while (taken.size() < MOST && !waiting.isEmpty() && bytes + size(waiting.element()) < MOST_BYTES);
        var path = "api/commands" + (session.isEmpty() ? "" : "?session=" + session);
        var request = person.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[" + String.join(",", taken) + "]"))
                .build();
        Http.CLIENT.sendAsync(request, BodyHandlers.ofString()).whenComplete(this::answered);
    }

    private static int size(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8).length;
    }

    private void answered(HttpResponse<String> response, Throwable failure) {
        if (failure != null || response.statusCode() != OK && response.statusCode() != BAD) {
            failed.accept(failure == null ? response.statusCode() : 0);
            return;
        }
        var answer = Json.parse(response.body());
        answers.accept(response.statusCode() == OK ? answer.asJsonArray() : refused(answer.asJsonObject()));
        synchronized (this) {
            underWay = false;
        }
        next();
    }

    /** A body that was no frames at all: what a WebSocket says in a frame is the whole answer here. */
    private static JsonArray refused(JsonObject refusal) {
        return Json.array(List.of(
                Json.builder().add("type", "refused").add("data", refusal).build()));
    }
}
