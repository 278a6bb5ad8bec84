package org.holdfast.delivery;

import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A serial task that wakes its share of the subscribers. What it has to do is bounded by who there is: a log or a subscriber that waits
 * already is not queued twice.
 */
final class Lane {
    /** How many are woken until it is looked again which logs have grown. */
    private static final int WOKEN_AT_ONCE = 32;

    private final Executor executor;
    private final Map<Long, Set<Subscriber>> followers = new ConcurrentHashMap<>();
    private final Set<Long> grown = ConcurrentHashMap.newKeySet();
    private final Queue<Subscriber> woken = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Lane(Executor executor) {
        this.executor = executor;
    }

    /** The log has new events. */
    void grew(long log) {
        if (followers.containsKey(log) && grown.add(log)) schedule();
    }

    /** The subscriber has something to send. */
    void wake(Subscriber subscriber) {
        if (!subscriber.queue()) return;
        woken.add(subscriber);
        schedule();
    }

    void follow(long log, Subscriber subscriber) {
        followers.compute(log, (id, set) -> {
            Set<Subscriber> some = set == null ? ConcurrentHashMap.newKeySet() : set;
            some.add(subscriber);
            return some;
        });
    }

    void unfollow(long log, Subscriber subscriber) {
        followers.computeIfPresent(log, (id, set) -> {
            set.remove(subscriber);
            return set.isEmpty() ? null : set;
        });
    }

    void leave(Subscriber subscriber) {
        subscriber.logs().ids().forEach(log -> unfollow(log, subscriber));
    }

    int followers(long log) {
        return followers.getOrDefault(log, Set.of()).size();
    }

    int followedLogs() {
        return followers.size();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) executor.execute(this::run);
    }

    private void run() {
        try {
            // In turn: thousands who come back at once do not keep those waiting who are there.
            do wakeFollowers();
            while (wakeSome());
        } finally {
            scheduled.set(false);
        }
        if (!grown.isEmpty() || !woken.isEmpty()) schedule();
    }

    /** @return false: nobody is left */
    private boolean wakeSome() {
        for (int n = 0; n < WOKEN_AT_ONCE; n++) {
            Subscriber next = woken.poll();
            if (next == null) return false;
            next.pump();
        }
        return true;
    }

    private void wakeFollowers() {
        for (Iterator<Long> logs = grown.iterator(); logs.hasNext(); ) {
            long log = logs.next();
            // Before they are woken: an event that comes meanwhile marks the log again.
            logs.remove();
            followers.getOrDefault(log, Set.of()).forEach(Subscriber::pump);
        }
    }
}
