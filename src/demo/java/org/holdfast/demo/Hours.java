package org.holdfast.demo;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** The year's clock: what is written waits until its moment is over, and was all written at that moment then. */
final class Hours implements Executor, LongSupplier {
    private Runnable held = () -> {};
    private long now;

    Hours(long now) {
        this.now = now;
    }

    void set(long moment) {
        now = moment;
    }

    @Override
    public long getAsLong() {
        return now;
    }

    @Override
    public void execute(Runnable drain) {
        held = drain;
    }

    /** Writes what waits. */
    void write() {
        Runnable drain = held;
        held = () -> {};
        drain.run();
    }

    /** Writes what waits, and gives one result of it. */
    <T> T done(CompletionStage<T> stage) {
        write();
        return stage.toCompletableFuture().join();
    }
}
