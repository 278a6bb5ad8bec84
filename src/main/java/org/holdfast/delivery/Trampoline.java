package org.holdfast.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Runs steps one after the other, at most one at a time, whoever asks. A step either has nothing to do, or starts something that ends in
 * {@link #resume()}: at once on the same thread (some servers complete a send inline; calling the next one from there overflowed the
 * stack after some 590 messages), or later on another.
 */
public final class Trampoline {
    private static final int IDLE = 0;
    private static final int RUNNING = 1;
    private static final int WOKEN = 2;

    private static final int STARTED = 0;
    private static final int LEFT = 1;
    private static final int ENDED = 2;

    /** Starts the next piece of work; false: there is none. */
    private final BooleanSupplier step;

    private final AtomicInteger state = new AtomicInteger(IDLE);

    /** Who goes on after a step: the thread that started it, or the one that ends it, whichever comes second. */
    private final AtomicInteger handover = new AtomicInteger();

    /** @param step starts the next piece of work; false: there is none */
    public Trampoline(BooleanSupplier step) {
        this.step = step;
    }

    /** Cheap and idempotent: a wake while running makes it look once more. */
    public void wake() {
        for (int now = state.get(); now != WOKEN; now = state.get()) {
            if (now == RUNNING && state.compareAndSet(RUNNING, WOKEN)) return;
            if (now == IDLE && state.compareAndSet(IDLE, RUNNING)) {
                run();
                return;
            }
        }
    }

    /** The step's work is done. Called once for each step that returned, or will return, true. */
    public void resume() {
        if (!handover.compareAndSet(STARTED, ENDED)) run();
    }

    private void run() {
        do {
            handover.set(STARTED);
            if (!step.getAsBoolean()) {
                if (state.compareAndSet(RUNNING, IDLE)) return;
                state.set(RUNNING);
                continue;
            }
            // Not ended yet: whoever ends it runs on.
            if (handover.compareAndSet(STARTED, LEFT)) return;
        } while (true);
    }
}
