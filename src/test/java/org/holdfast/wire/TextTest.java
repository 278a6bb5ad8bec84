package org.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void itsBytesAreMadeOnceForAll() {
        Text text = new Text("早上好 👋");
        assertThat(text.utf8())
                .isEqualTo("早上好 👋".getBytes(StandardCharsets.UTF_8))
                .isSameAs(text.utf8());
        assertThat(text.length()).isEqualTo(6);
    }
}
