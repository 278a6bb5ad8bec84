package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Somebody with a raw WebSocket who keeps all that the server answered. */
public final class Abuser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RawWebSocket socket;
    private final List<String> heard = new ArrayList<>();
    private final Deque<JsonObject> frames = new ArrayDeque<>();

    public Abuser(Person person) throws IOException {
        socket = RawWebSocket.of(person).answeringPings();
    }

    /** Somebody who was let in. */
    public static Abuser greeted(Person person) throws IOException {
        var abuser = new Abuser(person);
        abuser.say(Json.frame("hello", Map.of("protocol", 1)));
        abuser.awaits("welcome");
        return abuser;
    }

    public void say(String text) throws IOException {
        socket.text(text);
    }

    public void bytes(byte[] raw) throws IOException {
        socket.raw(raw);
    }

    /** The data of the next frame of one of these types; others before it are passed over. */
    public JsonObject awaits(String... types) throws IOException {
        for (; ; ) {
            while (frames.isEmpty()) listen();
            var frame = frames.poll();
            if (List.of(types).contains(frame.getString("type"))) return frame.getJsonObject("data");
        }
    }

    /** How the server ends it, when it says nothing more, not even pongs. */
    public int closeCode() throws IOException {
        return socket.answeringPings(false).closeCode(PATIENCE);
    }

    /** Every text that the server sent. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void listen() throws IOException {
        var text = socket.nextText(PATIENCE);
        heard.add(text);
        frames.addAll(Json.parse(text).asJsonArray().getValuesAs(JsonObject.class));
    }
}
