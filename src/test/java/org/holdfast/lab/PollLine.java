package org.holdfast.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Polls, one after the other (protocol, section 3.5): the first says hello, the others go on with the cursor they were given. */
final class PollLine extends HttpLine {
    private static final int OK = 200;
    /** Polls of one line; each has a turn of its own. */
    static final long MOST = 1L << 32;

    private static final int LONGEST_QUERY = 4_096;

    private final long waitMillis;
    private volatile String session = "";
    private volatile long turn;
    private volatile String presence = "offline";
    /** Whether it has been answered: only then it is known that this road is open, so the first poll does not wait. */
    private volatile boolean known;

    private volatile CompletableFuture<?> exchange;

    private PollLine(Person person, long waitMillis, Ear ear) {
        super(person, ear);
        this.waitMillis = waitMillis;
    }

    static Line open(Person person, long waitMillis, Ear ear) {
        var line = new PollLine(person, waitMillis, ear);
        ear.opened(line);
        return line;
    }

    @Override
    void begin(JsonObject hello) {
        session = hello.getString("session", "");
        presence = hello.getString("presence", presence);
        turn = hello.get("turn") instanceof JsonNumber first ? first.longValueExact() : 0;
        post(hello);
    }

    @Override
    void present(String state) {
        presence = state;
    }

    private void post(JsonObject body) {
        var waiting = Json.builder(body).add("wait", patience()).build();
        poll(person.request("api/poll")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(waiting.toString())));
    }

    private void goOn(JsonObject next) {
        var cursor = next.getString("cursor");
        var told = next.getString("told", "");
        if (cursor.length() > LONGEST_QUERY)
            post(Json.builder()
                    .add("protocol", 1)
                    .add("session", session)
                    .add("turn", ++turn)
                    .add("presence", presence)
                    .add("told", told)
                    .add("cursor", cursor)
                    .build());
        else
            poll(person.request("api/poll?session=" + session + "&turn=" + ++turn + "&presence=" + presence + "&told="
                    + told + "&cursor=" + cursor + "&wait=" + patience()));
    }

    private void poll(HttpRequest.Builder request) {
        if (isOver()) return;
        exchange = Http.CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
        exchange.whenComplete((response, failure) -> answered((HttpResponse<?>) response, failure));
    }

    private void answered(HttpResponse<?> response, Throwable failure) {
        if (failure != null || response.statusCode() != OK) {
            failed(failure == null ? response.statusCode() : 0);
            return;
        }
        try {
            take(Json.parse(response.body().toString()).asJsonArray());
        } catch (RuntimeException e) {
            malformed(e + " in " + response.body());
        }
    }

    private void take(JsonArray frames) {
        var last = frames.getJsonObject(frames.size() - 1);
        var data = last.getJsonObject("data");
        for (var frame : frames.getValuesAs(JsonObject.class))
            if (frame.getString("type").equals("welcome"))
                session = frame.getJsonObject("data").getString("session");
        hear(frames);
        switch (last.getString("type")) {
            case "next" ->
                CompletableFuture.delayedExecutor(pause(data), TimeUnit.MILLISECONDS)
                        .execute(() -> goOn(data));
            case "closed" -> end(data.getInt("code"));
            default -> malformed("a poll ends with " + last);
        }
    }

    private long pause(JsonObject next) {
        var probed = !known && waitMillis > 0;
        known = true;
        return probed ? 0 : next.getInt("after");
    }

    private long patience() {
        return known ? waitMillis : 0;
    }

    @Override
    void stop() {
        if (exchange != null) exchange.cancel(true);
    }
}
