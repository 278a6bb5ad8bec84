package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a client says and hears, whatever its line: it takes in what it is told, and knows what waits to be said. Lives on the lane. */
final class Talk {
    /** Who acts on what was heard. */
    interface Ear {
        void welcomed(int pingInterval, int silenceLimit);

        void resumed();

        /** The connection will be closed, and may come back so much later. */
        void farewell(Duration after);

        /** Something is missing. */
        void gap();

        /** The outbox may have something to send, after that time. */
        void postsMayGo(Duration later);
    }

    private final Inbox inbox;
    private final Outbox outbox;
    private final Ear ear;
    private String session = "";

    Talk(Inbox inbox, Outbox outbox, Ear ear) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.ear = ear;
    }

    /** Section 3.1: from the second time on it names the session and the positions. */
    String hello(long turn) {
        var hello = Json.builder().add("protocol", 1).add("turn", turn).add("client", "holdfast-lab/1");
        if (!session.isEmpty()) hello.add("session", session).add("positions", inbox.positions());
        return Json.frame("hello", hello.build());
    }

    List<String> posts() {
        return outbox.take().stream()
                .map(post -> Json.frame("post", Map.of("id", post.id(), "room", post.room(), "text", post.text())))
                .toList();
    }

    void hear(JsonObject frame) {
        var data = frame.getJsonObject("data");
        switch (frame.getString("type")) {
            case "welcome" -> welcomed(data);
            case "next" -> ear.resumed();
            case "bye" -> ear.farewell(Duration.ofMillis(data.getInt("after")));
            case "event" -> resumeUnless(inbox.apply(Seen.of(data)));
            case "reset" -> inbox.reset(data);
            case "ack" -> acknowledged(data);
            case "refused" -> outbox.refused(data).ifPresent(ear::postsMayGo);
            case "heads" -> resumeUnless(inbox.compare(data.getJsonObject("heads")));
            default -> {
                // Section 2: a client must ignore frames of a type that it does not know.
            }
        }
    }

    private void welcomed(JsonObject data) {
        session = data.getString("session");
        inbox.welcome(data);
        var timings = data.getJsonObject("timings");
        ear.welcomed(timings.getInt("pingInterval"), timings.getInt("silenceLimit"));
    }

    private void acknowledged(JsonObject ack) {
        outbox.acknowledge(ack);
        ear.postsMayGo(Duration.ZERO);
    }

    private void resumeUnless(boolean gapless) {
        if (!gapless) ear.gap();
    }
}
