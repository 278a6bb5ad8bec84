package org.holdfast.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.holdfast.wire.Text;
import org.junit.jupiter.api.Test;

/** All readers of a text are sent the same bytes, its end with it. */
class NewestBytesTest {
    private final NewestBytes bodies = new NewestBytes();

    @Test
    void anEventsEndIsInTheBytesThatItsReadersShare() {
        Text text = Text.shared("[\"早上好\"]");
        byte[] bytes = bodies.of(text, FrameEvents::body);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("[\"早上好\"]\n\n");
        assertThat(bodies.of(text, FrameEvents::body)).isSameAs(bytes);
    }

    @Test
    void anotherTextHasItsOwnBytes() {
        bodies.of(Text.shared("[1]"), FrameEvents::body);
        assertThat(bodies.of(Text.shared("[2]"), FrameEvents::body))
                .isEqualTo("[2]\n\n".getBytes(StandardCharsets.UTF_8));
    }
}
