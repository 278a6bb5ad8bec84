package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import org.holdfast.lab.Person;
import org.holdfast.lab.RawWebSocket;

/** Somebody who says hello and then reads nothing until it is over; then it reads what had come, and resumes after that. */
final class SlowReader {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Person person;
    private final long room;
    private RawWebSocket socket;
    private String epoch;
    private long last;

    SlowReader(Person person, long room) throws IOException {
        this.person = person;
        this.room = room;
        socket = hello("{\"protocol\":1}");
    }

    private RawWebSocket hello(String data) throws IOException {
        var opened = RawWebSocket.of(person);
        opened.text("{\"type\":\"hello\",\"data\":" + data + "}");
        return opened;
    }

    /** Closed as a slow consumer; what it has then, and what it is sent after the resume, is the log without a gap. */
    void isClosedAndResumesTo(long head) throws IOException {
        try {
            for (; ; ) hear();
        } catch (EOFException over) {
            assertThat(over).hasMessage("closed with 1013");
        }
        assertThat(last).as("premise: it was not sent all").isLessThan(head);
        socket.close();
        var point = "{\"epoch\":\"%s\",\"sequence\":%d}".formatted(epoch, last);
        socket = hello("{\"protocol\":1,\"positions\":{\"%d\":%s}}".formatted(room, point))
                .answeringPings();
        while (last < head) hear();
        socket.close();
    }

    private void hear() throws IOException {
        for (var frame : frames()) {
            var data = frame.getJsonObject("data");
            if (frame.getString("type").equals("welcome"))
                welcomed(data.getJsonArray("rooms").getJsonObject(0));
            if (frame.getString("type").equals("event") && data.getInt("log") == room) {
                assertThat(data.getInt("sequence")).isEqualTo(last + 1);
                last++;
            }
        }
    }

    private void welcomed(JsonObject state) {
        if (epoch != null) assertThat(state.getInt("position")).as("resumed").isEqualTo(last);
        epoch = state.getString("epoch");
        last = state.getInt("position");
    }

    private Iterable<JsonObject> frames() throws IOException {
        try (var reader = JSON.createReader(new StringReader(socket.nextText(PATIENCE)))) {
            JsonArray frames = reader.readArray();
            return frames.getValuesAs(JsonObject.class);
        }
    }
}
