package org.holdfast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.holdfast.db.Engine;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.message.CurrentMessages;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Keeps the index up to what is committed: behind the writer, on one thread of its own, never in anybody's way. */
@ApplicationScoped
public class Indexer {
    private static final Logger LOG = System.getLogger(Indexer.class.getName());
    private static final long BEAT_MILLIS = 1_000;

    /** What comes within that time is read together. */
    private static final long GATHER_MILLIS = 150;

    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PURGE_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Words words = new Words();
    private final SearchFolder folder;
    private final LogReading reading;
    private final boolean isShared;

    /** Rooms that have grown since they were read. */
    private final Set<Long> grown = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean isAwaited = new AtomicBoolean();

    /** Null: there is none yet, or none any more. Written by our thread. */
    private volatile SearchIndex index;

    /** Whether all that was committed before the start is in it. */
    private volatile boolean isComplete;

    private volatile boolean isDamaged;
    private volatile boolean isReading;
    private volatile boolean isOver;
    private volatile ScheduledExecutorService thread;

    // Of our thread.
    private boolean isBehind = true;
    private boolean isBlind;
    private long committedAt = System.nanoTime();
    private long purgedAt = committedAt - PURGE_NANOS;
    private long failedAt = committedAt - RETRY_NANOS;

    @Inject
    public Indexer(Jdbi jdbi, EventStore store, CurrentMessages messages, Settings settings) {
        this.folder = SearchFolder.of(settings);
        this.reading = new LogReading(jdbi, store, messages, () -> isOver);
        this.isShared = Engine.of(jdbi).isShared();
    }

    /** For the container's proxy. */
    protected Indexer() {
        folder = null;
        reading = null;
        isShared = false;
    }

    /** From now on. */
    public void begin(ScheduledExecutorService ours) {
        thread = ours;
        ours.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Committed events are in the store. Does not block. */
    public void grew(List<Event> events) {
        for (Event event : events) if (CurrentMessages.isTelling(event)) grown.add(event.log());
        if (!grown.isEmpty() && thread != null && isAwaited.compareAndSet(false, true)) await();
    }

    private void await() {
        try {
            thread.schedule(this::read, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            // It is read at the next start.
            isAwaited.set(false);
        }
    }

    /** Stops, and writes down what it has. */
    public void end(long patienceMillis) throws InterruptedException {
        isOver = true;
        if (thread == null) return;
        thread.execute(this::close);
        thread.shutdown();
        thread.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS);
    }

    /** Null: it can't be searched now. */
    SearchIndex index() {
        return index;
    }

    Words words() {
        return words;
    }

    boolean isComplete() {
        return isComplete;
    }

    /** Whether nothing waits to be read. */
    boolean isIdle() {
        return grown.isEmpty() && !isReading;
    }

    /** Somebody could not read it. */
    void doubt(Exception error) {
        LOG.log(Level.WARNING, "The search index could not be read", error);
        isDamaged = true;
    }

    private void beat() {
        careful(() -> {
            if (isBehind || isShared) readAll();
            long now = System.nanoTime();
            if (now - committedAt > COMMIT_NANOS) {
                opened().commit();
                committedAt = now;
            }
            if (now - purgedAt > PURGE_NANOS) {
                opened().purge();
                purgedAt = now;
            }
        });
    }

    private void read() {
        isAwaited.set(false);
        isReading = true;
        careful(() -> {
            Set<Long> rooms = new HashSet<>(grown);
            // Before they are read: what comes meanwhile is news again.
            grown.removeAll(rooms);
            reading.some(opened(), rooms);
        });
        isReading = false;
    }

    private void readAll() throws IOException {
        reading.all(opened());
        isBehind = false;
        isComplete = true;
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Whatever fails is done again: from the positions that are in the index, for all rooms. */
    private void careful(Work work) {
        if (isOver || System.nanoTime() - failedAt < RETRY_NANOS) return;
        try {
            if (isDamaged) discard();
            work.run();
            isBlind = false;
        } catch (IOException | RuntimeException | Error e) {
            if (!isBlind) LOG.log(Level.ERROR, "Messages could not be made findable; goes on trying", e);
            isBlind = true;
            failedAt = System.nanoTime();
            fail(e);
        }
    }

    private void fail(Throwable error) {
        isBehind = true;
        isDamaged |= SearchFolder.isDamage(error);
        // Lucene closes a writer that could not write: then another one goes on from what is on the disk.
        letGo();
    }

    private SearchIndex opened() throws IOException {
        if (index == null) index = folder.open(words);
        return index;
    }

    private void discard() throws IOException {
        letGo();
        folder.clear();
        isDamaged = false;
        isBehind = true;
        isComplete = false;
        readAll();
    }

    private void letGo() {
        SearchIndex left = index;
        index = null;
        try {
            if (left != null) left.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The search index could not be closed", e);
        }
    }

    private void close() {
        try {
            if (index != null) index.commit();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The search index could not be written down; it is read again", e);
        }
        letGo();
        words.close();
    }
}
