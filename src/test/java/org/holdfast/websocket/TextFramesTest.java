package org.holdfast.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.holdfast.wire.Text;
import org.junit.jupiter.api.Test;

/** RFC 6455, section 5.2. */
class TextFramesTest {
    private final TextFrames frames = new TextFrames();

    @Test
    void theHeadSaysHowManyBytesFollow() {
        assertThat(head(125)).containsExactly(0x81, 125);
        assertThat(head(126)).containsExactly(0x81, 126, 0, 126);
        assertThat(head(65_535)).containsExactly(0x81, 126, 0xFF, 0xFF);
        assertThat(head(65_536)).containsExactly(0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void theTextIsInItAsUtf8() {
        byte[] bytes = frames.of(new Text("你好 🎉")).bytes();
        assertThat(bytes[1]).isEqualTo((byte) 11);
        assertThat(new String(bytes, 2, 11, StandardCharsets.UTF_8)).isEqualTo("你好 🎉");
    }

    @Test
    void allWhoAreSentTheSameTextShareOneFrame() {
        Text text = Text.shared("[{\"type\":\"event\"}]");
        assertThat(frames.of(text)).isSameAs(frames.of(text)).isNotSameAs(frames.of(Text.shared("[]")));
    }

    @Test
    void whatIsForOneAloneDoesNotTakeThePlaceOfWhatIsForMany() {
        Text text = Text.shared("[{\"type\":\"event\"}]");
        TextFrame frame = frames.of(text);
        frames.of(new Text("[{\"type\":\"welcome\"}]"));
        assertThat(frames.of(text)).isSameAs(frame);
    }

    private int[] head(int length) {
        byte[] bytes = frames.of(new Text("x".repeat(length))).bytes();
        int head = bytes.length - length;
        int[] unsigned = new int[head];
        Arrays.setAll(unsigned, n -> bytes[n] & 255);
        return unsigned;
    }
}
