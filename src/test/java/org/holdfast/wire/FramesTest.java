package org.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final String NASTY = "\"\\\n\u0000\ud800</script>\u2028";

    @Test
    void aRefusalIsJsonWhateverItSays() {
        JsonObject json = parsed(new Refusal(Code.BUSY, NASTY, 250).json(NASTY));
        assertThat(json.getString("id")).isEqualTo(NASTY);
        assertThat(json.getString("code")).isEqualTo("busy");
        assertThat(json.getString("message")).isEqualTo(NASTY);
        assertThat(json.getBoolean("retryable")).isTrue();
        assertThat(json.getInt("retryAfter")).isEqualTo(250);
    }

    @Test
    void aRefusalLeavesOutWhatItDoesNotKnow() {
        JsonObject json = parsed(new Refusal(Code.NOT_FOUND, "Gone.").json(null));
        assertThat(json.keySet()).containsExactly("code", "message", "retryable");
        assertThat(json.getBoolean("retryable")).isFalse();
    }

    @Test
    void aRefusalOfAnUnknownMemberNameIsJson() {
        assertThat(parsed(Fields.bad(NASTY, "must be a string").json(null)).getString("message"))
                .contains(NASTY);
    }

    @Test
    void framesHaveATypeAndData() {
        assertThat(data(Frames.ack(NASTY, 7, 9, 11), "ack").toString())
                .isEqualTo(Json.createObjectBuilder()
                        .add("id", NASTY)
                        .add("room", 7)
                        .add("sequence", 9)
                        .add("at", 11)
                        .build()
                        .toString());
        assertThat(data(Frames.pong(3, 5), "pong").getInt("n")).isEqualTo(3);
        assertThat(data(Frames.pong(-1, 5), "pong").keySet()).containsExactly("now");
        assertThat(data(Frames.refused("x", new Refusal(Code.BUSY, "No.")), "refused")
                        .getString("id"))
                .isEqualTo("x");
    }

    @Test
    void headsNameEachLog() {
        Heads both = new Heads(5);
        both.add(1, 2);
        both.add(30, 40);
        JsonObject heads = data(both.frame(), "heads");
        assertThat(heads.getInt("now")).isEqualTo(5);
        assertThat(heads.getJsonObject("heads").getInt("1")).isEqualTo(2);
        assertThat(heads.getJsonObject("heads").getInt("30")).isEqualTo(40);
        assertThat(data(new Heads(5).frame(), "heads").getJsonObject("heads")).isEmpty();
    }

    private static JsonObject data(String frame, String type) {
        assertThat(parsed(frame).getString("type")).isEqualTo(type);
        return parsed(frame).getJsonObject("data");
    }

    private static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
