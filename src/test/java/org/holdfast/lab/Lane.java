package org.holdfast.lab;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread on which all chat clients live, so that none of them needs a lock of its own; and their clock. */
final class Lane {
    private static final ScheduledExecutorService THREAD = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "lab-clients");
        thread.setDaemon(true);
        return thread;
    });

    private final Consumer<RuntimeException> broken;

    /** @param broken hears of a task that threw: what the other side sent was not what the protocol allows */
    Lane(Consumer<RuntimeException> broken) {
        this.broken = broken;
    }

    void run(Runnable task) {
        THREAD.execute(guarded(task));
    }

    void runAndWait(Runnable task) {
        CompletableFuture.runAsync(guarded(task), THREAD).join();
    }

    ScheduledFuture<?> after(Duration delay, Runnable task) {
        return THREAD.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    ScheduledFuture<?> every(Duration interval, Runnable task) {
        var millis = Math.max(1, interval.toMillis());
        return THREAD.scheduleWithFixedDelay(guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                broken.accept(e);
            }
        };
    }
}
