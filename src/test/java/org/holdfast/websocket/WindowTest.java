package org.holdfast.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    private static final long WANTED = 2_500;
    private static final int LIMIT = 10_000;

    @Test
    void whoReadsAtOnceIsSoonSentAsMuchAsAnybody() {
        Window window = new Window(WANTED);
        window.read(window.size(), 1);
        window.read(window.size(), 1);
        assertThat(window.size()).isEqualTo(128 * 1024);
    }

    /** Grizzly keeps a copy of the last array of 8 KiB or more for each connection. */
    @Test
    void theFirstTextsAreShort() {
        Window window = new Window(WANTED);
        assertThat(window.room()).isLessThan(8 * 1024 - 100);
        window.read(window.size(), 1);
        assertThat(window.room()).isEqualTo(64 * 1024);
    }

    /** A line of so many bytes a second: no window on it, the first neither, takes as long as a peer may that reads nothing. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 4_000, 8_000, 16_000, 100_000})
    void whoReadsSlowlyIsSentWhatItCanRead(int bytesPerSecond) {
        Window window = new Window(WANTED);
        for (int n = 0; n < 20; n++) {
            long millis = window.size() * 1_000L / bytesPerSecond;
            assertThat(millis).isLessThan(LIMIT);
            window.read(window.size(), millis);
        }
        assertThat(window.size()).isBetween(Math.min(128 * 1024, 2 * bytesPerSecond), 128 * 1024);
    }

    /** Texts are not cut: what was read may be more than the window. */
    @Test
    void aLineThatGetsThinnerIsSentLess() {
        Window window = new Window(WANTED);
        for (int n = 0; n < 4; n++) window.read(window.size(), 1);
        window.read(200_000, 50_000);
        assertThat(window.size()).isEqualTo(10_000);
        window.read(10_000, 60_000);
        assertThat(window.size()).as("no less").isEqualTo(4 * 1024);
    }
}
