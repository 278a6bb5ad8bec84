package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import org.holdfast.lab.Person;

/** Somebody who says hello and then reads nothing until it is over; then it reads what had come, and resumes after that. */
final class SlowReader {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Road road;
    private final Person person;
    private final long room;
    private SlowLine line;
    private String epoch;
    private long last;

    SlowReader(Road road, Person person, long room) throws IOException {
        this.road = road;
        this.person = person;
        this.room = room;
        line = road.slow(person, "{\"protocol\":1}");
    }

    /** Closed as a slow consumer; what it has then, and what it is sent after the resume, is the log without a gap. */
    void isClosedAndResumesTo(long head) throws IOException {
        assertThatThrownBy(() -> {
                    for (; ; ) hear();
                })
                .isInstanceOf(EOFException.class)
                .hasMessageMatching("closed with 1013|ended");
        assertThat(last).as("premise: it was not sent all").isLessThan(head);
        line.close();
        var point = "{\"epoch\":\"%s\",\"sequence\":%d}".formatted(epoch, last);
        line = road.again(person, "{\"protocol\":1,\"positions\":{\"%d\":%s}}".formatted(room, point));
        while (last < head) hear();
        line.close();
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
        try (var reader = JSON.createReader(new StringReader(line.next()))) {
            JsonArray frames = reader.readArray();
            return frames.getValuesAs(JsonObject.class);
        }
    }
}
