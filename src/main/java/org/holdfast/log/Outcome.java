package org.holdfast.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds out what became of a commit that failed: the database may have done it all the same, and only its answer was lost. It is asked until it
 * answers, since both guesses would be wrong: a refusal for what exists, or an acknowledgement for what does not.
 */
final class Outcome {
    private static final Logger LOG = System.getLogger(Outcome.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Jdbi jdbi;
    private final EventStore store;

    Outcome(Jdbi jdbi, EventStore store) {
        this.jdbi = jdbi;
        this.store = store;
    }

    /**
     * Whether the events are there: all of them, since they were one transaction. Waits for the database, on the thread that writes.
     *
     * @param added in the order of their sequences
     * @throws IllegalStateException the thread was told to stop before the database answered
     */
    boolean isCommitted(List<Event> added, Throwable failure) {
        // Nothing was to be committed but what had been before.
        if (added.isEmpty()) return true;
        LOG.log(Level.WARNING, "A commit failed; the database is asked what became of it", failure);
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return jdbi.inTransaction(transaction -> isThere(transaction, added));
            } catch (RuntimeException unanswered) {
                LOG.log(Level.WARNING, "The database does not say what became of a commit", unanswered);
            }
            pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private boolean isThere(Handle transaction, List<Event> added) {
        // The lock first: the server may still be at that commit, whose connection broke, and these are the rows that
        // it holds.
        Sequences.lock(transaction, added.stream().map(Event::log));
        Event first = added.get(0);
        return store.at(transaction, first.log(), first.sequence())
                .filter(first::equals)
                .isPresent();
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        if (Thread.currentThread().isInterrupted())
            throw new IllegalStateException("Told to stop before the database said what became of a commit");
    }
}
