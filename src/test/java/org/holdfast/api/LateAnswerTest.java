package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class LateAnswerTest {
    @Test
    void aClientThatIsGoneIsNoFault() {
        for (boolean late : new boolean[] {false, true})
            assertThatCode(() -> LateAnswer.write(new Gone(late), "[]")).doesNotThrowAnyException();
    }

    @Test
    void theAnswerIsWrittenInUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LateAnswer.write(out, "[\"字\"]");
        assertThat(out).hasToString("[\"字\"]");
    }

    /** The network says so with the first write, or when what was written is sent. */
    private static final class Gone extends OutputStream {
        private final boolean late;

        Gone(boolean late) {
            this.late = late;
        }

        @Override
        public void write(int one) throws IOException {
            if (!late) throw new IOException("Broken pipe");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
