package org.holdfast.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Gives out sequences within one transaction. The log's row is locked until the commit, so the order of the sequences is the order of
 * the commits: an identity column would not promise that, and a reader by position would skip events.
 */
final class Sequences {
    private final Handle transaction;
    private final Map<Long, Long> last;

    /** Those of which a sequence was given out. */
    private final Set<Long> used = new TreeSet<>();

    private Sequences(Handle transaction, Map<Long, Long> last) {
        this.transaction = transaction;
        this.last = last;
    }

    /** Locks the rows in the order of their ids: two nodes that lock the same logs never wait for each other in a circle. */
    static Sequences lock(Handle transaction, Stream<Long> logs) {
        Sequences sequences = new Sequences(transaction, new TreeMap<>());
        sequences.lockMore(logs);
        return sequences;
    }

    /** Those that are not locked yet. These may be a circle: the database ends one of the two then, and that one tries again. */
    void lockMore(Stream<Long> logs) {
        List<Long> more = logs.filter(log -> !last.containsKey(log)).distinct().toList();
        if (more.isEmpty()) return;
        transaction
                .createQuery("SELECT id, last_sequence FROM log WHERE id IN (<logs>) ORDER BY id FOR UPDATE")
                .bindList("logs", more)
                .map((row, context) -> last.put(row.getLong(1), row.getLong(2)))
                .list();
    }

    long next(long log) {
        used.add(log);
        return last.merge(log, 1L, Long::sum);
    }

    void save() {
        if (used.isEmpty()) return;
        PreparedBatch batch = transaction.prepareBatch("UPDATE log SET last_sequence = ? WHERE id = ?");
        used.forEach(log -> batch.add(last.get(log), log));
        batch.execute();
    }
}
