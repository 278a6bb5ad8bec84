package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingTest {
    private static final long MANY = 1_000_000;

    @Test
    void longFramesLeaveRoomForFewerButTheNewestIsAlwaysThere() {
        Ring ring = new Ring(new RingSize(20, 100), 7);
        for (int n = 0; n < 9; n++) ring.add("x".repeat(30));
        assertThat(ring.base()).isEqualTo(13);
        ring.add("y".repeat(500));
        assertThat(ring.after(ring.base(), 17)).containsExactly("y".repeat(500));
        for (int n = 0; n < 40; n++) ring.add("z");
        assertThat(ring.base()).isEqualTo(57 - 20);
        assertThat(ring.after(37, 57)).hasSize(20).containsOnly("z");
    }

    /** Capacities around the first length and its growth, from heads that are no multiple of either. */
    @ParameterizedTest
    @CsvSource({"1,0", "15,0", "16,0", "16,5", "17,3", "63,0", "64,1", "65,7", "100,41", "256,1000003", "1024,0"})
    void theNewestFramesAreThereAtEveryLength(int capacity, long start) {
        Ring ring = new Ring(new RingSize(capacity, MANY), start);
        for (long sequence = start + 1; sequence <= start + 3L * capacity + 2; sequence++) {
            ring.add("frame " + sequence);
            assertThat(ring.head()).isEqualTo(sequence);
            assertThat(ring.base()).isEqualTo(Math.max(start, sequence - capacity));
            assertThat(ring.after(ring.base(), sequence)).isEqualTo(frames(ring.base() + 1, sequence));
        }
    }

    @ParameterizedTest
    @CsvSource({"16,40", "100,250"})
    void aPartIsReadBySequence(int capacity, long head) {
        Ring ring = new Ring(new RingSize(capacity, MANY), 0);
        for (long sequence = 1; sequence <= head; sequence++) ring.add("frame " + sequence);
        assertThat(ring.after(head - 1, head)).containsExactly("frame " + head);
        assertThat(ring.after(head - 10, head - 5)).isEqualTo(frames(head - 9, head - 5));
        assertThat(ring.after(head, head)).isEmpty();
    }

    private static List<String> frames(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> "frame " + sequence)
                .toList();
    }
}
