package org.holdfast.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.holdfast.db.Database;
import org.holdfast.db.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** The logs of one server on a real database, for tests: what it asks the database can be counted and interrupted. */
public final class LogServer implements AutoCloseable {
    public static final Author ANNA = new Author(1, "Anna");
    public static final int SLICE_CHARS = 4_096;
    public static final long RING_CHARS = 10_000_000;

    private final Database database;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<String, Runnable> interruptions = new ConcurrentHashMap<>();
    private final Map<String, Runnable> sequels = new ConcurrentHashMap<>();
    public final Jdbi jdbi;
    public final EventStore store;
    public final RoomLogs logs;
    public final LogWriter writer;

    public LogServer(Path folder, int ringSize) {
        this(folder, ringSize, 20);
    }

    /** @param connections to the database */
    public LogServer(Path folder, int ringSize, int connections) {
        database = TestDatabase.open(folder, connections);
        jdbi = database.jdbi();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext statement) {
                run(interruptions, statement);
            }

            @Override
            public void logAfterExecution(StatementContext statement) {
                run(sequels, statement);
            }
        });
        store = new EventStore(jdbi);
        logs = new RoomLogs(store, new RingSize(ringSize, RING_CHARS), SLICE_CHARS);
        writer = new LogWriter(jdbi, store, logs, thread, 10_000, 256);
    }

    private static void run(Map<String, Runnable> tasks, StatementContext statement) {
        tasks.forEach((part, task) -> {
            if (statement.getRenderedSql().contains(part)) task.run();
        });
    }

    /** Runs something after each statement that contains the text, before its rows are read. */
    public void after(String part, Runnable sequel) {
        sequels.put(part, sequel);
    }

    /** Runs something before each statement that contains the text. */
    public void before(String part, Runnable interruption) {
        interruptions.put(part, interruption);
    }

    /** Counts the statements that contain the text, from now on. */
    public AtomicInteger count(String part) {
        AtomicInteger count = new AtomicInteger();
        before(part, count::incrementAndGet);
        return count;
    }

    public long newLog() {
        return jdbi.inTransaction(EventStore::create);
    }

    /** A log with so many events, written at once. */
    public long newLog(int events) {
        long log = newLog();
        commitElsewhere(log, 1, events);
        return log;
    }

    public RoomLog open(long log) {
        return logs.open(List.of(log)).get(0);
    }

    /** Commits events without this server's writer, as another process does. */
    public void commitElsewhere(long log, long first, long last) {
        List<Event> events = LongStream.rangeClosed(first, last)
                .mapToObj(n -> draft(log, null, "event " + n).at(n, 1))
                .toList();
        jdbi.useTransaction(handle -> {
            store.insert(handle, events);
            handle.execute("UPDATE log SET last_sequence = ? WHERE id = ?", last, log);
        });
    }

    public static Draft draft(long log, String clientMessageId, String text) {
        return new Draft(log, "message", ANNA, clientMessageId, "{\"text\":\"" + text + "\"}");
    }

    public static Write post(long log, String clientMessageId, String text) {
        return transaction -> List.of(draft(log, clientMessageId, text));
    }

    public static Event written(LogWriter writer, Write write) {
        return writer.submit(write)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .get(0);
    }

    /** Commits one event and returns it. */
    public Event append(long log) {
        return written(writer, post(log, null, "more"));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        database.close();
    }
}
