package org.holdfast.lab;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Somebody at the end of a line, by any transport, who says what a test likes and keeps all that is answered. */
final class Voice implements AutoCloseable, Line.Ear {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private volatile Duration closedAt;
    private final Line line;

    Voice(Person person, Transport transport) {
        line = transport.open(person, Patience.SHORT, this);
    }

    /** @param data of the hello, besides the protocol's version */
    Voice hello(Map<String, ?> data) {
        opened.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        var hello = Json.builder().add("protocol", 1).addAll(Json.builder(Json.object(data)));
        line.send(Json.frame("hello", hello.build()));
        return this;
    }

    static String post(String id, long room, String text) {
        return Json.frame("post", Map.of("id", id, "room", room, "text", text));
    }

    void say(String frame) {
        line.send(frame);
    }

    /** The data of the next frame of one of these types; others before it are passed over. */
    JsonObject awaits(String... types) {
        return awaits(data -> true, types);
    }

    /** The same, if it is also as wanted. */
    JsonObject awaits(Predicate<JsonObject> wanted, String... types) {
        var end = Lane.now().plus(PATIENCE);
        for (; ; ) {
            var frame = next(end.minus(Lane.now()));
            var data = frame.getJsonObject("data");
            if (List.of(types).contains(frame.getString("type")) && wanted.test(data)) return data;
        }
    }

    private JsonObject next(Duration limit) {
        try {
            var frame = frames.poll(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
            if (frame == null) throw new AssertionError("what was awaited did not come");
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int closeCode() {
        await().atMost(PATIENCE).until(code::isDone);
        return code.join();
    }

    /** By the clock of the lane. */
    Duration closedAt() {
        return closedAt;
    }

    @Override
    public void close() {
        line.leave(1000);
    }

    @Override
    public void opened(Line ready) {
        opened.complete(null);
    }

    @Override
    public void heard(Line from, JsonArray array) {
        frames.addAll(array.getValuesAs(JsonObject.class));
    }

    @Override
    public void malformed(Line from, String why) {
        code.completeExceptionally(new AssertionError(why));
    }

    @Override
    public void ended(Line from, int with) {
        closedAt = Lane.now();
        code.complete(with);
    }
}
