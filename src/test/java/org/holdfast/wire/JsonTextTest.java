package org.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void everyCharacterOnItsOwnComesBackFromAParser() {
        for (int c = 0; c <= 0xffff; c++) {
            String text = "a" + (char) c + "b";
            assertThat(parsed(JsonText.quote(text))).as("U+%04X", c).isEqualTo(text);
        }
    }

    @Test
    void everyCharacterBeyondTheFirstPlaneComesBackUnescaped() {
        for (int point = 0x10000; point <= 0x10ffff; point += 1) {
            String text = Character.toString(point);
            String quoted = JsonText.quote(text);
            if (!quoted.equals("\"" + text + "\"")) throw new AssertionError(Integer.toHexString(point));
        }
        assertThat(parsed(JsonText.quote("\ud83d\ude00\udbff\udfff"))).isEqualTo("\ud83d\ude00\udbff\udfff");
    }

    @Test
    void halfPairsAreEscapedWhereverTheyStand() throws Exception {
        String[] texts = {
            "\ud800",
            "\udc00",
            "\udc00\ud800",
            "\ud800\ud800\udc00",
            "\ud800\udc00\udc00",
            "a\ud800",
            "\ud800a",
            "\udc00a"
        };
        for (String text : texts) {
            String quoted = JsonText.quote(text);
            assertThat(parsed(quoted)).isEqualTo(text);
            // Throws on what can't be written: the reason for the escapes.
            assertThat(StandardCharsets.UTF_8
                            .newEncoder()
                            .encode(CharBuffer.wrap(quoted))
                            .hasRemaining())
                    .isTrue();
        }
        assertThat(JsonText.quote("\ud800\ud83d\ude00")).isEqualTo("\"\\ud800\ud83d\ude00\"");
    }

    @Test
    void quotesBackslashesAndControlsAreEscaped() {
        assertThat(JsonText.quote("\"\\\n\r\t\0\u001f\u007f"))
                .isEqualTo("\"\\\"\\\\\\n\\u000d\\u0009\\u0000\\u001f\\u007f\"");
        assertThat(JsonText.quote("")).isEqualTo("\"\"");
    }

    private static String parsed(String quoted) {
        try (JsonReader reader = Json.createReader(new StringReader("[" + quoted + "]"))) {
            return reader.readArray().getString(0);
        }
    }
}
