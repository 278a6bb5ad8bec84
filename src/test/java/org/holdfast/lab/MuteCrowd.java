package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Readers of a topic that do not read: as many by event streams as by WebSockets. Together they are as many as the person may have. */
final class MuteCrowd implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int REFUSED = 429;

    private final List<MuteStream> streams = new ArrayList<>();
    private final List<RawWebSocket> sockets = new ArrayList<>();
    private final Person person;
    private final String topic;

    MuteCrowd(Person person, String topic, int each) throws IOException {
        this.person = person;
        this.topic = topic;
        for (int n = 0; n < each; n++) {
            streams.add(new MuteStream(person, "sse/streams/" + topic));
            sockets.add(RawWebSocket.open(person.base(), "ws/streams/" + topic, person.headers()));
        }
        await().atMost(SOON)
                .until(() -> person.get("api/streams/" + topic + "?wait=0").status() == REFUSED);
    }

    /** The server closes them and forgets them, though they still do not read; what they read then ends before the last event. */
    void assertCutOffBefore(int last) throws IOException {
        for (var socket : sockets) assertThat(socket.closeCode(SOON)).isIn(1006, 1013);
        await().atMost(SOON).until(this::arePlacesFree);
        for (var stream : streams)
            assertThat(stream.rest().split("event: n\n", -1).length - 1).isLessThan(last);
    }

    /** Whether as many others are let in at once. */
    private boolean arePlacesFree() throws Exception {
        var others = new ArrayList<TopicReader>();
        try {
            for (int n = 0; n < streams.size() + sockets.size(); n++)
                others.add(TopicReader.open(Transport.WEBSOCKET, person, topic, ""));
            for (var other : others) other.awaits("welcome");
            return true;
        } catch (AssertionError | IOException turnedAway) {
            return false;
        } finally {
            for (var other : others) other.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (var stream : streams) stream.close();
        for (var socket : sockets) socket.close();
    }
}
