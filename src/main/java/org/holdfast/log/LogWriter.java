package org.holdfast.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Commits writes in groups: one drain at a time takes all that wait, in one transaction. There is no timer: when little happens each
 * write commits at once, when much happens the groups grow by themselves. Only after the commit do the logs in memory, the listeners and
 * the senders hear of it.
 */
public final class LogWriter {
    private static final Logger LOG = System.getLogger(LogWriter.class.getName());
    /** SQLSTATE classes 22 and 23: the database answers, but can't take these data, or not again. */
    private static final Pattern FAULT_OF_DATA = Pattern.compile("2[23].*");

    /** SQLSTATE class 40: another node was in the way, and this transaction gave way. Nothing of it is done. */
    private static final Pattern GAVE_WAY = Pattern.compile("40.*");

    private static final int MOST_TRIES = 5;

    private static final long BUSY_RETRY_MILLIS = 1_000;

    private final Jdbi jdbi;
    private final EventStore store;
    private final RoomLogs logs;
    private final Outcome outcome;
    private final Executor executor;
    private final LongSupplier clock;
    private final int mostInBatch;
    private final BlockingQueue<Pending> queue;

    /** The newest event of each log that nobody was told of. */
    private final Map<Long, Event> unannounced = new ConcurrentHashMap<>();

    private final AtomicBoolean draining = new AtomicBoolean();
    private volatile Consumer<List<Event>> listener = events -> {};
    private volatile Consumer<List<Event>> others = events -> {};

    /**
     * @param queueLength writes that may wait; one more is refused with {@code busy}
     * @param mostInBatch writes in one transaction
     */
    public LogWriter(Jdbi jdbi, EventStore store, RoomLogs logs, Executor executor, int queueLength, int mostInBatch) {
        this(jdbi, store, logs, executor, queueLength, mostInBatch, System::currentTimeMillis);
    }

    /** @param clock when a group is committed, in milliseconds since 1970 */
    public LogWriter(
            Jdbi jdbi,
            EventStore store,
            RoomLogs logs,
            Executor executor,
            int queueLength,
            int mostInBatch,
            LongSupplier clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.logs = logs;
        this.outcome = new Outcome(jdbi, store);
        this.executor = executor;
        this.clock = clock;
        this.mostInBatch = mostInBatch;
        this.queue = new LinkedBlockingQueue<>(queueLength);
    }

    /**
     * Who is told of committed events, after they are in the logs and before the sender hears: of one that was sent again, again. It
     * must not block.
     */
    public void announceTo(Consumer<List<Event>> announcement) {
        listener = announcement;
    }

    /** Who tells the other nodes of committed events, last of all. It must not block. */
    public void announceElsewhereTo(Consumer<List<Event>> announcement) {
        others = announcement;
    }

    /**
     * Takes a write. The stage completes after the commit with its events (those of the first time, when it was sent before), or fails
     * with a {@link Refusal}.
     *
     * @throws Refusal {@code busy} when the queue is full
     */
    public CompletionStage<List<Event>> submit(Write write) {
        Pending pending = new Pending(write);
        if (!queue.offer(pending))
            throw new Refusal(Code.BUSY, "The server has more to write than it can. Try again.", BUSY_RETRY_MILLIS);
        schedule();
        return pending.result();
    }

    /** Announces events that are kept nowhere but in memory. */
    public void passOn(List<Event> events) {
        listener.accept(events);
    }

    private void schedule() {
        if (!draining.compareAndSet(false, true)) return;
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            // Else nobody would ever drain again.
            draining.set(false);
            throw e;
        }
    }

    private void drain() {
        try {
            for (List<Pending> batch = next(); !batch.isEmpty(); batch = next()) write(batch);
        } finally {
            draining.set(false);
            // A write that came after the last look and before the flag fell would wait for the next one.
            if (!queue.isEmpty()) schedule();
        }
    }

    /** What waits, up to the next write that wants to be alone. */
    private List<Pending> next() {
        List<Pending> batch = new ArrayList<>();
        Pending head = queue.peek();
        while (head != null && batch.size() < mostInBatch && !(head.write().isAlone() && !batch.isEmpty())) {
            batch.add(queue.poll());
            if (head.write().isAlone()) break;
            head = queue.peek();
        }
        return batch;
    }

    private void write(List<Pending> writes) {
        try {
            commit(writes, false);
        } catch (Refusal refusal) {
            writes.get(0).result().completeExceptionally(refusal);
        } catch (RuntimeException | Error e) {
            // An Error too: who waits for an answer must get one.
            if (!isOf(FAULT_OF_DATA, e)) fail(writes, e);
            else writes.forEach(this::writeCarefully);
        }
    }

    /** Something in the group was written before, or can't be written. Each on its own now, looking first: rare enough to be slow. */
    private void writeCarefully(Pending pending) {
        try {
            commit(List.of(pending), true);
        } catch (Refusal refusal) {
            pending.result().completeExceptionally(refusal);
        } catch (RuntimeException | Error e) {
            fail(List.of(pending), e);
        }
    }

    private void commit(List<Pending> writes, boolean careful) {
        for (int tries = 1; ; tries++) {
            try {
                commitOnce(writes, careful);
                return;
            } catch (RuntimeException e) {
                if (tries == MOST_TRIES || !isOf(GAVE_WAY, e)) throw e;
            }
        }
    }

    private void commitOnce(List<Pending> writes, boolean careful) {
        Batch batch = new Batch();
        try {
            jdbi.useTransaction(handle -> batch.write(handle, store, writes, careful, clock.getAsLong()));
        } catch (RuntimeException | Error e) {
            if (!batch.isWritten() || !outcome.isCommitted(batch.added(), e)) throw e;
        }
        announce(batch);
        batch.settle();
        others.accept(batch.known());
    }

    /** It is committed: whatever fails from here on, the senders are told so, and the rest is made up for. */
    private void announce(Batch batch) {
        List<Event> known = batch.known();
        try {
            batch.committed();
            logs.append(known);
            listener.accept(known);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Committed events could not be announced; they will be", e);
            known.forEach(event -> unannounced.put(event.log(), event));
        }
    }

    /** Whether {@link #makeUp()} has something to do. */
    public boolean isBehind() {
        return !unannounced.isEmpty();
    }

    /** Announces what could not be announced when it was committed. To be called now and then. */
    public void makeUp() {
        List<Event> late = List.copyOf(unannounced.values());
        logs.append(late);
        listener.accept(late);
        late.forEach(event -> unannounced.remove(event.log(), event));
    }

    private static boolean isOf(Pattern states, Throwable error) {
        if (error instanceof SQLException sql && sql.getSQLState() != null)
            return states.matcher(sql.getSQLState()).matches();
        return error.getCause() != null && isOf(states, error.getCause());
    }

    private static void fail(List<Pending> writes, Throwable error) {
        LOG.log(Level.ERROR, "Could not write " + writes.size() + " commands", error);
        Refusal refusal = error instanceof JdbiException
                ? new Refusal(Code.BUSY, "The database does not answer. Try again.", BUSY_RETRY_MILLIS)
                : new Refusal(Code.INTERNAL, "The server could not do this.", BUSY_RETRY_MILLIS);
        writes.forEach(pending -> pending.result().completeExceptionally(refusal));
    }
}
