package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Somebody who reads a topic over one transport, on the thread of the test: frames one after the other. */
abstract class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<JsonObject> frames = new ArrayDeque<>();

    /** Brings what comes next. */
    abstract void listen(Queue<JsonObject> frames) throws Exception;

    @Override
    public void close() throws IOException {
        // A poll keeps nothing open.
    }

    /** @param headers what the reader shows of itself */
    static TopicReader open(Transport transport, URI base, String topic, String query, Map<String, String> headers)
            throws Exception {
        return switch (transport) {
            case WEBSOCKET -> new Socket(base, topic + query, headers);
            case SSE -> new Stream(base, topic + query + (query.isEmpty() ? "?" : "&") + "frames=1", headers);
            case LONG_POLL -> new Polls(base, topic, query, "wait=10000", headers);
            case SHORT_POLL -> new Polls(base, topic, query, "wait=0", headers);
        };
    }

    static TopicReader open(Transport transport, Person person, String topic, String query) throws Exception {
        return open(transport, person.base(), topic, query, person.headers());
    }

    /** The data of the next frame of a type. */
    JsonObject awaits(String type) throws Exception {
        for (; ; ) {
            while (frames.isEmpty()) listen(frames);
            var frame = frames.remove();
            if (frame.getString("type").equals(type)) return frame.getJsonObject("data");
        }
    }

    /** The next frame, if it is an event or a reset: anything between them is passed over. */
    JsonObject next() throws Exception {
        for (; ; ) {
            while (frames.isEmpty()) listen(frames);
            var frame = frames.remove();
            if (frame.getString("type").equals("event")
                    || frame.getString("type").equals("reset")) return frame;
        }
    }

    /** Reads so many frames on a thread of its own, and then leaves. Gives their sequences. */
    CompletableFuture<List<Integer>> reading(int count) throws Exception {
        awaits("welcome");
        var sequences = new CompletableFuture<List<Integer>>();
        new Thread(() -> {
                    try (this) {
                        var read = new ArrayList<Integer>();
                        while (read.size() < count)
                            read.add(next().getJsonObject("data").getInt("sequence"));
                        sequences.complete(read);
                    } catch (Exception e) {
                        sequences.completeExceptionally(e);
                    }
                })
                .start();
        return sequences;
    }

    /** The content of the next event, as JSON text. */
    String content() throws Exception {
        return awaits("event").getJsonObject("body").toString();
    }

    private static final class Socket extends TopicReader {
        private final RawWebSocket socket;

        Socket(URI base, String path, Map<String, String> headers) throws IOException {
            socket = RawWebSocket.open(base, "ws/streams/" + path, headers).answeringPings();
        }

        @Override
        void listen(Queue<JsonObject> frames) throws IOException {
            var message = socket.nextMessage(PATIENCE);
            if (message.opcode() == WebSocketFrame.TEXT)
                frames.addAll(Json.parse(message.text()).asJsonArray().getValuesAs(JsonObject.class));
            else frames.add(withContent(ByteBuffer.wrap(message.payload())));
        }

        /** As it would be elsewhere. */
        private static JsonObject withContent(ByteBuffer bytes) {
            var head = new byte[bytes.getInt()];
            var content = new byte[bytes.get(head).remaining()];
            bytes.get(content);
            var frame = Json.parse(new String(head, StandardCharsets.UTF_8)).asJsonObject();
            var body = Json.object(Map.of("binary", Base64.getEncoder().encodeToString(content)));
            var data = Json.builder(frame.getJsonObject("data")).add("body", body);
            return Json.builder(frame).add("data", data).build();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class Stream extends TopicReader {
        private final EventLines lines;

        Stream(URI base, String path, Map<String, String> headers) throws Exception {
            lines = new EventLines(request(base, "sse/streams/" + path, headers));
            if (lines.status() != 200) throw new AssertionError("status " + lines.status());
        }

        @Override
        void listen(Queue<JsonObject> frames) {
            var data = Json.parse(lines.data());
            if (!lines.event().isEmpty()) throw new AssertionError(lines.event() + " " + data);
            frames.addAll(data.asJsonArray().getValuesAs(JsonObject.class));
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    private static final class Polls extends TopicReader {
        private final URI base;
        private final String topic;
        private final String wait;
        private final Map<String, String> headers;
        private String query;

        Polls(URI base, String topic, String query, String wait, Map<String, String> headers) {
            this.base = base;
            this.topic = topic;
            this.wait = wait;
            this.headers = headers;
            this.query = query.isEmpty() ? "?" : query + "&";
        }

        @Override
        void listen(Queue<JsonObject> frames) {
            // The first is short: so it is known that the reader has begun.
            var how = query.contains("since=") ? wait : "wait=0";
            var answer = Http.answer(request(base, "api/streams/" + topic + query + how, headers));
            for (var frame : Json.parse(answer.expect(200).text()).asJsonArray().getValuesAs(JsonObject.class)) {
                if (frame.getString("type").equals("closed")) throw new AssertionError(frame);
                if (frame.getString("type").equals("next"))
                    query = "?since=" + frame.getJsonObject("data").getString("cursor") + "&";
                else frames.add(frame);
            }
        }
    }

    private static HttpRequest request(URI base, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return request.build();
    }
}
