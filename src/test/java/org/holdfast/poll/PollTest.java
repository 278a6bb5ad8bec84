package org.holdfast.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.wire.CloseCode;
import org.junit.jupiter.api.Test;

/** Protocol section 3.5: a poll is answered once, by whoever comes first. */
class PollTest {
    private final AtomicInteger answered = new AtomicInteger();
    private final Poll poll = new Poll(
            "poll-1", new Poll.Manner(false, 1_000, 0), "17.5.k3x9a", null, over -> answered.incrementAndGet());

    @Test
    void whenNothingCameTheClientStaysWhereItIs() {
        assertThat(poll.text()).isNull();
        assertThat(poll.cut()).isTrue();
        assertThat(poll.text()).isEqualTo("[{\"type\":\"next\",\"data\":{\"cursor\":\"17.5.k3x9a\",\"after\":0}}]");
    }

    @Test
    void aCloseIsTheWholeAnswer() {
        poll.close(CloseCode.REPLACED);
        poll.close(CloseCode.RESTART);
        assertThat(poll.cut()).isFalse();
        assertThat(poll.text()).isEqualTo("[{\"type\":\"closed\",\"data\":{\"code\":4409,\"name\":\"replaced\"}}]");
        assertThat(answered).hasValue(1);
    }
}
