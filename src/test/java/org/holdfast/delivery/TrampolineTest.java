package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TrampolineTest {
    private final AtomicLong todo = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicBoolean overlapped = new AtomicBoolean();
    private Trampoline trampoline;

    @Test
    void inlineCompletionDoesNotDeepenTheStack() {
        AtomicInteger left = new AtomicInteger(100_000);
        trampoline = new Trampoline(() -> {
            if (left.getAndDecrement() == 0) return false;
            trampoline.resume();
            return true;
        });
        trampoline.wake();
        assertThat(left).hasValue(-1);
    }

    @Test
    void aWakeWhileAStepIsUnderWayIsAnsweredByOneMoreLook() {
        AtomicInteger steps = new AtomicInteger();
        trampoline = new Trampoline(() -> {
            if (steps.incrementAndGet() == 1) for (int n = 0; n < 5; n++) trampoline.wake();
            return false;
        });
        trampoline.wake();
        assertThat(steps).hasValue(2);
    }

    @Test
    void nothingRunsUntilWhatWasStartedHasEnded() {
        AtomicInteger steps = new AtomicInteger();
        trampoline = new Trampoline(() -> steps.incrementAndGet() < 3);
        trampoline.wake();
        trampoline.wake();
        assertThat(steps).hasValue(1);
        trampoline.resume();
        assertThat(steps).hasValue(2);
        trampoline.resume();
        assertThat(steps).as("the last look, and one for the second wake").hasValue(4);
    }

    /** Each wake follows something to do: when all is quiet, nothing may be left. Ends inline, at once elsewhere, or later. */
    @Test
    void manyWhoWakeLoseNothingAndNeverRunTwoStepsAtOnce() throws Exception {
        ExecutorService others = Executors.newFixedThreadPool(3);
        trampoline = new Trampoline(() -> step(others));
        for (int round = 0; round < 300; round++) {
            wakeFromFourThreads();
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(1, TimeUnit.MILLISECONDS)
                    .until(() -> done.get() == todo.get());
        }
        others.shutdown();
        assertThat(others.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(overlapped).isFalse();
        assertThat(done).hasValue(300 * 4 * 50);
    }

    private boolean step(ExecutorService others) {
        if (inside.incrementAndGet() != 1) overlapped.set(true);
        long lacking = todo.get() - done.get();
        done.addAndGet(lacking);
        if (lacking == 0) inside.decrementAndGet();
        else if (ThreadLocalRandom.current().nextBoolean()) end();
        else others.execute(this::end);
        return lacking > 0;
    }

    private void end() {
        inside.decrementAndGet();
        trampoline.resume();
    }

    private void wakeFromFourThreads() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(n -> new Thread(() -> {
                    for (int i = 0; i < 50; i++) {
                        todo.incrementAndGet();
                        trampoline.wake();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();
    }
}
