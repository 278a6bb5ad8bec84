package org.holdfast.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.holdfast.delivery.Beat;

/** Listens to the timer from inside the container. */
@ApplicationScoped
public class BeatCounter {
    private final Semaphore beats = new Semaphore(0);

    void beat(@Observes Beat beat) {
        beats.release();
    }

    /** Waits for so many beats from now on. */
    public boolean await(int count, long seconds) throws InterruptedException {
        beats.drainPermits();
        return beats.tryAcquire(count, seconds, TimeUnit.SECONDS);
    }
}
