package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.holdfast.Holds;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.Test;

class HandshakeTurnsTest {
    private static final long LONG = 60_000;

    @Test
    void whoComesWhileAllAreTakenWaitsUntilOneIsGivenBack() {
        var turns = new HandshakeTurns(1, LONG);
        turns.take();
        var next = new CompletableFuture<Void>();
        Thread thread = new Thread(() -> {
            turns.take();
            next.complete(null);
        });
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        assertThat(next).isNotDone();
        turns.give();
        await().until(next::isDone);
    }

    @Test
    @Holds("7: WebSocket handshakes at once")
    void whoWaitsTooLongIsToldWhenToTryAgain() {
        var turns = new HandshakeTurns(1, 1);
        turns.take();
        assertThatExceptionOfType(Refusal.class).isThrownBy(turns::take).satisfies(busy -> {
            assertThat(busy.code()).isEqualTo(Code.BUSY);
            assertThat(busy.retryAfterMillis()).isPositive();
        });
        turns.give();
        turns.take();
    }

    @Test
    void noneIsAsMany() {
        var turns = new HandshakeTurns(0, 0);
        for (int i = 0; i < 10_000; i++) turns.take();
    }
}
