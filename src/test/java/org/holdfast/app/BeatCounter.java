package org.holdfast.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.holdfast.delivery.Beat;
import org.holdfast.delivery.StaleSweep;

/** Listens to the timer from inside the container. */
@ApplicationScoped
public class BeatCounter {
    private final Semaphore beats = new Semaphore(0);

    void beat(@Observes Beat beat) {
        if (isOfTheTimer()) beats.release();
    }

    /** Not of the spare one: an event is heard on the stack of whoever fired it. */
    private static boolean isOfTheTimer() {
        String timer = StaleSweep.class.getName();
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(timer)));
    }

    /** Waits for so many beats of the timer from now on. */
    public boolean await(int count, long seconds) throws InterruptedException {
        beats.drainPermits();
        return beats.tryAcquire(count, seconds, TimeUnit.SECONDS);
    }
}
