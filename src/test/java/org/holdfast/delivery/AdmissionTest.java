package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.Test;

/** Protocol section 5.2: when a client may come back. */
class AdmissionTest {
    private final Admission admission = new Admission(Settings.of(Map.of("holdfast.reconnect.rate", "10")));

    @Test
    void aCrowdComesBackInALine() {
        assertThat(IntStream.range(0, 4).mapToLong(n -> admission.slot(0))).containsExactly(0L, 100L, 200L, 300L);
        assertThat(admission.slot(TimeUnit.SECONDS.toNanos(5))).isZero();
    }

    /** The stream needs no login: whoever opens it in a loop takes slots, and must not keep everybody else out for hours. */
    @Test
    void nobodyWaitsLongerThanAMinuteHoweverManyAsk() {
        IntStream.range(0, 10_000).forEach(n -> admission.slot(0));
        assertThat(IntStream.range(0, 100).mapToLong(n -> admission.slot(0)))
                .allMatch(wait -> wait >= 30_000 && wait < 60_000)
                .hasSize(100);
        assertThat(admission.slot(TimeUnit.MINUTES.toNanos(2))).isZero();
    }
}
